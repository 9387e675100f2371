import { Injectable } from '@nestjs/common';
import type { StoryView } from '@duly/api-contract';
import { wordsFields, type CaseEvent } from '@duly/case';
import { Register, type LetterItem } from '@duly/register';
import { PrivateReads } from '../cases/private-reads.js';
import type { Caller } from '../sign-in/caller.js';
import { deliveriesTold } from '../disclosing/deliveries-told.js';
import { CaseHistory } from './case-history.js';

type Told = StoryView['told'][number];

const byThemselves: Readonly<Record<string, string>> = {
  time: 'time itself',
  post: 'the post',
  calendar: 'a change of the public holidays',
  schedule: 'a change of the reminders',
  requester: 'the person',
  person: 'the person',
};

/** `ExtensionDecided` → `extension decided`. */
const inPlainWords = (type: string): string => type.replaceAll(/(?!^)([A-Z])/gu, ' $1').toLowerCase();

function wordsOf(event: CaseEvent, words: Readonly<Record<string, string>> | null): readonly string[] {
  if (!words) return [];
  const fields: readonly string[] = wordsFields;
  return Object.entries(event).flatMap(([name, value]: [string, unknown]) =>
    fields.includes(name) && typeof value === 'string' && words[value] !== undefined ? [words[value]] : [],
  );
}

const letterOf = ({
  letterId: id,
  kind,
  recipient: to,
  state,
  outcomeOn: on,
}: LetterItem): Told['letters'][number] => ({
  id,
  kind,
  to,
  state,
  on,
});

const sentence = ({ number, on, who, what, why, rule, letters }: Told): string =>
  [
    `${number}. On ${on}, ${who}: ${what} (${rule}).`,
    ...why.map(words => `   “${words}”`),
    ...letters.map(
      ({ kind, to, state, on: day }) =>
        `   Letter to the ${to}: ${kind}, ${state}${day ? ` on ${day}` : ''}.`,
    ),
  ].join('\n');

const ofDelivery = ({ delivery, way, what, who, at }: StoryView['deliveries'][number]): string =>
  `Delivery ${delivery} (${way}): ${what.replaceAll('-', ' ')} on ${at.slice(0, 'yyyy-mm-dd'.length)}, ${who}.`;

/** A case as a story, for whoever has never seen it. */
@Injectable()
export class TellStory {
  constructor(
    private readonly register: Register,
    private readonly history: CaseHistory,
    private readonly privately: PrivateReads,
  ) {}

  /** @throws ApiError `no-such-case` */
  async of(caller: Caller, caseId: string): Promise<StoryView> {
    const { found, events } = await this.history.whole(caseId);
    const happened = await deliveriesTold(caseId, this.register);
    const [words, names, letters] = await Promise.all([
      this.privately.words(caller, found, events),
      this.register.staff.namesOf([...new Set([...events, ...happened].map(({ by }) => by))]),
      this.register.cases.letters(caseId),
    ]);
    const whoIs = (by: string): string => byThemselves[by] ?? names.get(by) ?? by;
    const told = events.map((event): Told => ({
      number: event.number,
      on: event.on,
      who: whoIs(event.by),
      what: inPlainWords(event.type),
      why: [...wordsOf(event, words)],
      rule: event.cite,
      letters: letters.filter(({ decided }) => decided === event.number).map(letterOf),
    }));
    const deliveries = happened.map(({ by, ...one }) => ({ ...one, who: whoIs(by) }));
    const { reference } = found;
    return {
      id: caseId,
      reference,
      isErased: words === null,
      told,
      deliveries,
      text: `${[...told.map(sentence), ...deliveries.map(ofDelivery)].join('\n')}\n`,
    };
  }
}
