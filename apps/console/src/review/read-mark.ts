import { check, reviewRoutes, type Checked, type ReviewView } from '@duly/api-contract';
import { textOf, type Form } from '../steps/read-form.js';
import type { StepField } from '../steps/step-fields.js';

type Item = ReviewView['items'][number];

export const marks = ['seen', 'third-party', 'redact', 'withhold'] as const;
export const leftOutBecause = ['other-person', 'exemption', 'not-portable', 'not-in-scope'] as const;

const field = (name: string, kind: StepField['kind'], choices: readonly string[] = []): StepField => ({
  ...{ name, kind, choices },
  isNeeded: name === 'mark',
  hint: undefined,
  property: undefined,
  words: undefined,
});

/** What one item asks for: of records their fields and places, of a document what goes in its place. */
export function fieldsOfMark({ entity }: Item): readonly StepField[] {
  const ofRecords = entity
    ? [
        field(
          'fields',
          'choices',
          entity.fields.map(({ name }) => name),
        ),
        field('records', 'line'),
      ]
    : [field('replacedBy', 'line')];
  return [
    field('mark', 'choice', marks),
    field('because', 'choice', leftOutBecause),
    ...ofRecords,
    field('exemption', 'number'),
    field('words', 'words'),
  ];
}

const wholeNumber = (text: string): number | string => (/^\d{1,9}$/u.test(text) ? Number(text) : text);

/** What was decided of an item, as the API wants it: what does not belong to the mark is left behind. */
export function readMark(form: Form): Checked<unknown> {
  const mark = marks.find(one => one === textOf(form['mark']));
  const words = textOf(form['words']).replaceAll('\r\n', '\n');
  const said = words === '' ? {} : { words };
  const given = {
    mark,
    ...said,
    ...(isLeavingOut(mark) && reasonIn(form)),
    ...(mark === 'redact' && partsIn(form)),
  };
  return check(reviewRoutes.markReviewItem.body.schema, given);
}

const isLeavingOut = (mark: string | undefined): boolean => mark === 'redact' || mark === 'withhold';

function reasonIn(form: Form): object {
  const [because, exemption] = [textOf(form['because']), textOf(form['exemption'])];
  return {
    ...(because !== '' && { because }),
    ...(because === 'exemption' && exemption !== '' && { exemption: wholeNumber(exemption) }),
  };
}

function partsIn(form: Form): object {
  const fields = [form['fields'] ?? []].flat();
  const records = textOf(form['records'])
    .split(/[,;\s]+/u)
    .filter(one => one !== '');
  const replacedBy = textOf(form['replacedBy']);
  return {
    ...(fields.length > 0 && { fields }),
    ...(records.length > 0 && { records: records.map(wholeNumber) }),
    ...(replacedBy !== '' && { replacedBy }),
  };
}
