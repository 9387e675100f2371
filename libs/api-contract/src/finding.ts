import { z } from 'zod';
import { caseList, nextCursor } from './case-views.js';
import { id, lineOf, personName } from './fields.js';
import { caseFilter } from './queries.js';

const filter = z
  .strictObject(caseFilter)
  .meta({ id: 'CaseFilter', description: 'As the query of `GET /v1/cases` has it.' });
export type CaseFilterView = z.infer<typeof filter>;

/** A name is too private for an address, so it is asked for in a body, and kept nowhere. */
export const caseSearch = z
  .strictObject({
    name: personName.meta({
      description:
        'Of anybody who takes part: one word of their name or several, each whole; their order, case and accents do not matter.',
    }),
    filter: filter.exactOptional(),
    limit: z
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .max(200, 'must be 200 or less')
      .exactOptional()
      .meta({ description: '50 without it.' }),
    cursor: nextCursor.exactOptional(),
  })
  .meta({ id: 'CaseSearch' });
export type CaseSearchBody = z.infer<typeof caseSearch>;

export const caseFinds = z
  .strictObject({
    ...caseList.shape,
    isCut: z.boolean().meta({
      description: 'So many bear the name that only the newest 1000 requests were looked through.',
    }),
  })
  .meta({ id: 'CaseFinds' });
export type CaseFinds = z.infer<typeof caseFinds>;

const viewTitle = lineOf(60).meta({ description: 'For its owner alone. Name no person in it.' });

export const keepViewBody = z.strictObject({ title: viewTitle, filter }).meta({ id: 'KeepCaseView' });
export type KeepViewBody = z.infer<typeof keepViewBody>;

export const viewKept = z.strictObject({ id }).meta({ id: 'CaseViewKept' });
export type ViewKept = z.infer<typeof viewKept>;

export const caseViews = z
  .strictObject({ views: z.array(z.strictObject({ id, title: z.string(), filter })) })
  .meta({ id: 'CaseViews', description: 'What the caller has kept, by title.' });
export type CaseViewsView = z.infer<typeof caseViews>;
