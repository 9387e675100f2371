import { gzipSync } from 'node:zlib';
import { bytes, edited, rewritten, text, type DatabaseTampering, type Tables } from './changes.js';
import type { KindIn, Pick } from './kinds.js';

const eventAt = ({ events }: Tables, pick: Pick): number => 1 + pick(events - 1);
const eventEdited = (
  words: RegExp,
  ...columns: readonly (readonly [string, string])[]
): DatabaseTampering => ({
  seenBy: 'replay',
  words,
  change: (tables, pick) => {
    const where = `case_id = ${text(tables.caseId)} AND number = ${eventAt(tables, pick)}`;
    const set = columns.map(([column, value]) => `${column} = ${value}`).join(', ');
    return rewritten('timeline', where, `UPDATE register.timeline SET ${set} WHERE ${where}`);
  },
});
const ofField = (field: string): RegExp =>
  new RegExp(`event \\d+ \\(\\w+\\): ${field} is \\S+ in the register, \\S+ by the history`);

const timeline = {
  'an event is back-dated': eventEdited(ofField('on'), ['event', `jsonb_set(event, '{on}', '"2035-01-02"')`]),
  'an event is given to another': eventEdited(ofField('by'), [
    'event',
    `jsonb_set(event, '{by}', '"staff-somebody-else"')`,
  ]),
  'an event is renamed': eventEdited(
    /event \d+ \(\w+\) of the history is \d+ \(CaseReopened\) in the register: renamed or moved/,
    ['type', `'CaseReopened'`],
    ['event', `jsonb_set(event, '{type}', '"CaseReopened"')`],
  ),
  'an event is deleted': {
    seenBy: 'replay',
    words: /event \d+ \(\w+\) .*(?:is missing in the register|in the register: renamed or moved)/,
    change: (tables, pick) => {
      const where = `case_id = ${text(tables.caseId)} AND number = ${eventAt(tables, pick)}`;
      return rewritten('timeline', where, `DELETE FROM register.timeline WHERE ${where}`);
    },
  },
  'an event is duplicated': {
    seenBy: 'replay',
    words: /event \d+ \(\w+\) is in the register, but never happened in the history/,
    change: (tables, pick) => {
      const copy = tables.events + 1;
      return rewritten(
        'timeline',
        `case_id = ${text(tables.caseId)} AND number = ${copy}`,
        `INSERT INTO register.timeline (case_id, number, run, type, recorded_at, event)
         SELECT case_id, ${copy}, run, type, recorded_at, jsonb_set(event, '{number}', '${copy}')
         FROM register.timeline WHERE case_id = ${text(tables.caseId)} AND number = ${eventAt(tables, pick)}`,
      );
    },
  },
  'two events are swapped': {
    seenBy: 'replay',
    words: /event \d+ \(\w+\)/,
    change: (tables, pick) => {
      const at = eventAt(tables, pick);
      const where = `case_id = ${text(tables.caseId)} AND number IN (${at}, ${at + 1})`;
      const swap = `UPDATE register.timeline t SET type = k.type, recorded_at = k.recorded_at,
          event = jsonb_set(k.event, '{number}', to_jsonb(t.number))
        FROM kept_timeline k WHERE t.${where.replace(' AND ', ' AND t.')} AND k.number = ${2 * at + 1} - t.number`;
      return rewritten('timeline', where, swap);
    },
  },
  'the events are cut short': {
    seenBy: 'replay',
    words: /event \d+ \(\w+\) is missing in the register/,
    change: ({ caseId, events }) => {
      const where = `case_id = ${text(caseId)} AND number = ${events}`;
      return rewritten('timeline', where, `DELETE FROM register.timeline WHERE ${where}`);
    },
  },
} satisfies Partial<Record<KindIn<'database'>, DatabaseTampering>>;

const rowEdited = (words: RegExp, column: string, value: string): DatabaseTampering => ({
  seenBy: 'replay',
  words,
  change: ({ caseId }) => edited('case_row', 'case_id', `case_id = ${text(caseId)}`, column, value),
});
const letterEdited = (words: RegExp, column: string, value: string): DatabaseTampering => ({
  seenBy: 'verify',
  words,
  change: ({ letters }, pick) => {
    const where = `letter_id = ${text(letters[pick(letters.length)] ?? '')}`;
    return edited('letter', 'letter_id', where, column, value);
  },
});

const rows = {
  'a date of the row is edited': rowEdited(
    /dueDate is \S+ in the register; after event \d+ \(\w+\) it is \S+/,
    'due_date',
    'due_date - 365',
  ),
  'the outcome of the row is edited': rowEdited(
    /outcome is \S+ in the register; after event \d+ \(\w+\) it is \S+/,
    'outcome',
    `'refused'`,
  ),
  'a letter’s hash is edited': letterEdited(
    /letter \S+: hash is another than entry \d+ \(LetterWritten\) of the log committed to/,
    'message_hash',
    `repeat('f', 64)`,
  ),
  'a letter is back-dated': letterEdited(
    /letter \S+: outcomeOn is \S+, and \S+ in entry \d+ \(LetterSettled\) of the log/,
    'outcome_on',
    'outcome_on - 365',
  ),
  'a letter’s outcome is edited': letterEdited(
    /letter \S+: state is \S+, and \S+ in entry \d+ \(LetterSettled\) of the log/,
    'state',
    `'refused'`,
  ),
  'a letter is given another wording': letterEdited(
    /letter \S+: templateVersion is \S+, and \S+ in entry \d+ \(LetterWritten\) of the log/,
    'template_version',
    'template_version + 1',
  ),
  'a letter is left out': {
    seenBy: 'verify',
    words: /letter \S+ was decided on, and is missing/,
    change: ({ caseId, letters }, pick) => {
      const where = `case_id = ${text(caseId)} AND letter_id = ${text(letters[pick(letters.length)] ?? '')}`;
      return rewritten('letter_of_case', where, `DELETE FROM register.letter_of_case WHERE ${where}`);
    },
  },
  'the workflow code is swapped': {
    seenBy: 'verify',
    words: /the workflow code called [0-9a-f]{12}… is other code: it was changed or swapped/,
    change: ({ code }) => {
      const other = gzipSync(`module.exports = '${code}';`);
      return edited('workflow_bundle', 'hash', `hash = ${text(code)}`, 'code', bytes(other));
    },
  },
} satisfies Partial<Record<KindIn<'database'>, DatabaseTampering>>;

export const registerTamperings = { ...timeline, ...rows };
