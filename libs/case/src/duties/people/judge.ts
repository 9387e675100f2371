import { given, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { PeopleNamed } from '../../names.js';
import { peopleFor, peopleOf } from '../../people.js';
import { receipt } from '../../what-happened.js';
import { doesNotFit } from '../does-not-fit.js';
import type { NamePeople, PeopleCommand } from './commands.js';

const cite = 'UK GDPR Art 5(1)(d), Art 12(2) (R22, R48)';

/** Whoever was named stays named: somebody who takes no part any more has their case withdrawn, or answered. */
function namedAnew(before: PeopleNamed, { named, actsAs, child }: NamePeople): PeopleNamed {
  return {
    ...before,
    requester: before.requester || named.includes('requester'),
    recipient: before.recipient || named.includes('recipient'),
    ...given('actsAs', actsAs),
    ...given('child', child),
  };
}

/** It moves no date: what was asked, and when, stays as it was (Art 12A(2)). Letters go by it from now on. */
function namePeople({ file }: Judging, command: NamePeople): Judgement {
  const { named, rights, reasons, occasion, isSamePerson } = command;
  const same = isSamePerson === true ? { isSamePerson } : {};
  const { right } = receipt(file);
  const people = peopleFor(right, rights, namedAnew(peopleOf(file), command));
  if (people.actsAs !== undefined && !people.requester) {
    const message = 'Only a requester can act for the person, and none is named.';
    return doesNotFit(cite, 'actsAs', message, 'Name the requester as well.');
  }
  if (people.actsAs === 'parent' && !people.child) {
    const message = 'A parent asks for a child, and nobody has said how old it is.';
    return doesNotFit(cite, 'child', message, 'Say how old the child is, and where it lives.');
  }
  return [{ type: 'PeopleNamed', cite, named, people, reasons, ...same, ...given('occasion', occasion) }];
}

export const peopleJudgements: Judgements<PeopleCommand> = { 'name-people': namePeople };
