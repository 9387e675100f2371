import { weekendsOnly, type Calendars, type OpenCalendar } from '../calendar/calendar.js';
import type { Day } from '../dates/civil-date.js';
import { editionFor, rulesetFor, rulesets } from '../rulesets/index.js';
import type { Duty, Ruleset } from '../rulesets/ruleset.js';
import { rulesetIds, type RulesetId } from '../rulesets/ruleset-ids.js';
import type { ClockCase } from './facts.js';
import { rights, type ReceiptFact, type Right } from './input.js';
import { isRecord } from '../json/is-record.js';
import { readDateField, readFact, type ReadFact } from './read-fact.js';
import { dayOfReceipt, sortFacts } from './read-facts.js';
import { readPolicy } from './read-policy.js';
import { quoted, WrongInput } from './wrong-input.js';

function oneOf<Word extends string>(value: unknown, field: string, words: readonly Word[]): Word {
  const word = words.find(known => known === value);
  if (word !== undefined) return word;
  const isMissing = value === undefined || value === null;
  throw new WrongInput(
    isMissing ? 'MISSING' : 'UNKNOWN_VALUE',
    field,
    isMissing ? `The ${field} is missing.` : `${quoted(value)} is not a ${field} that the clock knows.`,
    `Use one of: ${words.join(', ')}.`,
  );
}

/** R18: the calendar of the establishment that must respond. An unknown name means weekends only, and the answer says so. */
function calendarNamed(value: unknown, calendars: Calendars): OpenCalendar {
  if (typeof value !== 'string' || value === '') {
    throw new WrongInput(
      value === undefined || value === null ? 'MISSING' : 'UNKNOWN_VALUE',
      'calendar',
      'No calendar is named, and public holidays differ between the nations (R18).',
      `Name the nation of the establishment that answers: ${[...calendars.keys(), 'none'].join(', ')}.`,
    );
  }
  return calendars.get(value) ?? weekendsOnly(value);
}

/** What is supposed is not hidden by `asOf`: it is asked about because it has not happened yet. */
function readEvents(value: unknown, asOf: Day | undefined, supposed: readonly unknown[]): ReadFact[] {
  if (!Array.isArray(value)) {
    throw new WrongInput(
      value === undefined || value === null ? 'MISSING' : 'UNKNOWN_VALUE',
      'events',
      'The events are not a list.',
      'Write "events": [{ "type": "received", "date": "2026-09-03" }].',
    );
  }
  const given: readonly unknown[] = value;
  const facts: ReadFact[] = [];
  // By number, not by map: that passes over the holes of a sparse list.
  for (let index = 0; index < given.length; index += 1)
    facts.push(readFact(given[index], { list: 'events', index }));
  const happened = asOf === undefined ? facts : facts.filter(({ on }) => on <= asOf);
  supposed.forEach((event, index) => happened.push(readFact(event, { list: 'whatIf', index })));
  return happened;
}

const startOf = (right: Right): ReceiptFact['type'] =>
  right === 'complaint'
    ? 'complaint_received'
    : right === 'prior_consultation'
      ? 'consultation_received_by_regulator'
      : 'received';

function dutyOf(ruleset: Ruleset, right: Right, receipt: Day): { duty?: Duty; noDuty?: string } {
  const edition = editionFor(ruleset, receipt);
  const duty = edition.duties[right];
  if (duty) return { duty };
  if (edition.noDuty !== undefined) return { noDuty: edition.noDuty };
  throw new WrongInput(
    'RIGHT_NOT_COVERED',
    'right',
    `${ruleset.id} (${ruleset.law}) has no clock for "${right}".`,
    `Its rights are: ${Object.keys(edition.duties).join(', ')}. Or leave out the ruleset: right and receipt then choose.`,
  );
}

/**
 * Reads one input of the clock from JSON that nobody has checked.
 * @throws WrongInput, which {@link clock} turns into an answer.
 */
export function readInput(
  value: unknown,
  calendars: Calendars,
  supposed: readonly unknown[] = [],
): ClockCase {
  if (!isRecord(value)) {
    throw new WrongInput(
      'NOT_AN_OBJECT',
      '',
      'One input is one JSON object.',
      'Write { "right": …, "calendar": …, "events": […] }.',
    );
  }
  const right = oneOf(value['right'], 'right', rights);
  const calendar = calendarNamed(value['calendar'], calendars);
  const asOf =
    value['asOf'] === undefined || value['asOf'] === null ? undefined : readDateField(value['asOf'], 'asOf');
  const events = readEvents(value['events'], asOf, supposed);
  const chosen: RulesetId | undefined =
    value['ruleset'] === undefined || value['ruleset'] === null
      ? undefined
      : oneOf(value['ruleset'], 'ruleset', rulesetIds);
  const startsWith = startOf(right);
  const receipt = dayOfReceipt(events, startsWith);
  const ruleset = rulesets[chosen ?? rulesetFor(right, receipt)];
  const { duty, noDuty } = dutyOf(ruleset, right, receipt);
  const facts = sortFacts(events, startsWith, receipt);
  return {
    id: idOf(value),
    right,
    ruleset,
    duty,
    noDuty,
    calendar,
    asOf,
    policy: readPolicy(value['policy']),
    facts,
  };
}

/** The name by which the caller knows the case, given back with its answer. */
export function idOf(value: unknown): string | number | undefined {
  const id = isRecord(value) ? value['id'] : undefined;
  return typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id)) ? id : undefined;
}
