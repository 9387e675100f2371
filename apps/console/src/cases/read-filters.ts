import { dueWhen, listedStates, type CaseFilterView } from '@duly/api-contract';
import { caseRights } from '@duly/case';
import { textOf, type Form } from '../steps/read-form.js';

export const yesOrNo = ['true', 'false'] as const;
export const nobody = 'nobody';
export const everyState = 'all';

/** What the page of cases is narrowed by, as its own address has it. No name of a person is ever among it. */
export interface Filters {
  readonly state: string;
  readonly right: string;
  readonly due: string;
  readonly handler: string;
  readonly team: string;
  readonly alarm: string;
  readonly source: string;
  readonly reference: string;
}

const among = (words: readonly string[], word: string): string => (words.includes(word) ? word : '');

export function readFilters(form: Form): Filters {
  const text = (name: keyof Filters): string => textOf(form[name]).slice(0, 100);
  const state = among([...listedStates, everyState], text('state')) || 'open';
  return {
    // Whoever names a case wants that one, open or closed.
    state: text('reference') === '' ? state : everyState,
    right: among(caseRights, text('right')),
    due: among(dueWhen, text('due')),
    handler: text('handler'),
    team: text('team'),
    alarm: among(yesOrNo, text('alarm')),
    source: among(yesOrNo, text('source')),
    reference: text('reference').toUpperCase(),
  };
}

/** The same as the API is asked. */
export function askedOf({ state, handler, ...others }: Filters): Readonly<Record<string, string>> {
  const asked = {
    ...others,
    state: state === everyState ? '' : state,
    ...(handler === nobody ? { unclaimed: 'true' } : { handler }),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
}

/** The page’s own address for these. */
export function addressOf(filters: Filters, more: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== '');
  return `/cases?${new URLSearchParams(given).toString()}`;
}

/** A view that was kept, as the page has it: what the API keeps, read back. */
export function filtersOf(filter: CaseFilterView): Filters {
  const {
    state = everyState,
    right = '',
    due = '',
    team = '',
    alarm = '',
    source = '',
    reference = '',
  } = filter;
  const handler = filter.unclaimed === undefined ? (filter.handler ?? '') : nobody;
  return { state, right, due, handler, team, alarm, source, reference };
}
