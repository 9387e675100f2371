import { refusalCodes, taskKinds, verbs, verbsCompleting, wordsFields, type Verb } from '@duly/case';
import {
  commandBodies,
  completeBody,
  completingVerbs,
  problemCodes,
  problemStatuses,
  roles,
  rolesWith,
  wordsOf,
} from './index.js';
import type { BodiesFit } from './command-bodies.js';

/** Fails to compile where a body and its command differ. */
const fits: Readonly<Record<Exclude<Verb, 'name-people'>, true>> = {} as BodiesFit;

describe('the contract and the case agree', () => {
  it('on the fields of every command (held by the compiler)', () => {
    expect(fits).toBeDefined();
    expect(Object.keys(commandBodies).sort()).toEqual([...verbs].sort());
  });

  it.each(verbs)('on which fields of %s are words for the vault', verb => {
    const texts = Object.keys(commandBodies[verb].shape).filter(field =>
      wordsFields.some(name => name === field),
    );
    expect([...wordsOf[verb]].sort()).toEqual(texts.sort());
  });

  it('on the commands that complete a task', () => {
    const offered = completeBody.options.map(({ shape }) => shape.verb.value);
    expect([...offered].sort()).toEqual([...completingVerbs].sort());
    for (const kind of taskKinds) expect(offered).toEqual(expect.arrayContaining([...verbsCompleting[kind]]));
  });

  it('on every refusal, which has one status of a failure', () => {
    for (const code of refusalCodes) expect(problemCodes).toContain(code);
    for (const code of problemCodes) expect(problemStatuses[code]).toBeGreaterThanOrEqual(400);
  });

  it('that an administrator sees no case and an auditor changes nothing', () => {
    expect(roles.filter(role => rolesWith('read cases').includes(role))).not.toContain('administrator');
    expect(rolesWith('work cases')).toEqual(['handler', 'manager']);
    expect(rolesWith('approve steps')).toEqual(['approver', 'manager']);
    expect(rolesWith('review exemptions')).toEqual(['handler', 'approver', 'manager']);
  });
});
