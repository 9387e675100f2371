import { examiningRoutes } from '@duly/api-contract';
import { caseRights } from '@duly/case';
import type { FormField, Section } from '../pages/section.js';
import { textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';

const words = wording.audit;

/** How a case can end, as the API’s own question has it. */
const caseOutcomes = examiningRoutes.drawSample.query.shape.outcome.unwrap().options;

/** One of these, or any. */
const oneOf = (
  form: Form,
  name: 'right' | 'outcome',
  items: readonly { readonly value: string; readonly text: string }[],
): FormField => ({
  ...{ name, kind: 'choice', label: words[name], value: textOf(form[name]) },
  items: [{ value: '', text: words.any }, ...items],
});

const byRight = caseRights.map(value => ({ value, text: wording.inPlainWords(value) }));
const byOutcome = caseOutcomes.map(value => ({ value, text: wording.outcome[value] }));
const byLate = (['', 'true', 'false'] as const).map(value => ({ value, text: words.lates[value] }));

/** What a sample is drawn by; `form` is what was asked before. */
export const sampling = (form: Form): Section => ({
  title: words.sample,
  paragraphs: [words.sampleExplain],
  form: {
    action: '/audit/sample',
    method: 'get',
    fields: [
      { name: 'size', kind: 'line', label: words.size, value: textOf(form['size']) || '40' },
      { name: 'seed', kind: 'line', label: words.seed, value: textOf(form['seed']) },
      oneOf(form, 'right', byRight),
      oneOf(form, 'outcome', byOutcome),
      { name: 'closedFrom', kind: 'date', label: words.closedFrom },
      { name: 'closedTo', kind: 'date', label: words.closedTo },
      { name: 'late', kind: 'choice', label: words.late, value: textOf(form['late']), items: byLate },
    ],
    button: words.draw,
  },
});
