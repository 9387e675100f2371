import { exemptionsInForce, type CaseFile } from '@duly/case';
import { exemptions } from '@duly/law';
import {
  stands,
  type CollectedItem,
  type LeftOut,
  type OriginalToPack,
  type PackageInputs,
  type RecordsToPack,
  type ReviewMark,
} from '@duly/register';
import type { JudgedItem } from './judged-review.js';

/** The paragraph, where the person may be told of it; undefined where even that would undo what it protects. */
type Paragraphs = (mark: ReviewMark) => string | null | undefined;

function paragraphsOf(file: CaseFile): Paragraphs {
  const inForce = exemptionsInForce(file);
  return ({ exemption }) => {
    if (exemption === null) return null;
    const found = inForce.find(({ number }) => number === exemption);
    return found?.isTold === true ? exemptions[found.exemption].paragraph : undefined;
  };
}

const of = (marks: readonly ReviewMark[], kind: ReviewMark['mark']): readonly ReviewMark[] =>
  marks.filter(mark => stands(mark) && mark.mark === kind);

const nothing = { fields: [], records: 0, paragraph: null } as const;

function toldOf({ item, marks, notPortable }: JudgedItem, paragraphs: Paragraphs): readonly LeftOut[] {
  const { source } = item;
  const entity = item.entity?.name ?? null;
  const whole = of(marks, 'withhold');
  const told: LeftOut[] = [];
  const tell = (mark: ReviewMark, what: LeftOut['what'], more: Partial<LeftOut> = {}) => {
    const paragraph = paragraphs(mark);
    if (paragraph === undefined || mark.because === null) return;
    told.push({ source, entity, what, ...nothing, because: mark.because, ...more, paragraph });
  };
  for (const mark of whole) tell(mark, 'everything');
  if (whole.length > 0) return told;
  for (const mark of of(marks, 'redact')) {
    const { fields, records, replacedBy } = mark;
    if (fields?.length) tell(mark, 'fields', { fields });
    if (records?.length) tell(mark, 'records', { records: records.length });
    if (replacedBy !== null) tell(mark, 'parts of a document');
  }
  if (notPortable.length > 0)
    told.push({ source, entity, what: 'fields', ...nothing, fields: notPortable, because: 'not-portable' });
  return told;
}

function recordsOf({ item, marks, notPortable }: JudgedItem): readonly RecordsToPack[] {
  const { documentId, source, entity } = item;
  if (!entity) return [];
  const redactions = of(marks, 'redact');
  const withoutFields = [...new Set([...notPortable, ...redactions.flatMap(({ fields }) => fields ?? [])])];
  const withoutRecords = [...new Set(redactions.flatMap(({ records }) => records ?? []))];
  // Of an entity whose every field is left out nothing is there to write.
  if (entity.fields.every(({ name }) => withoutFields.includes(name))) return [];
  return [{ documentId, source, entity, withoutFields, withoutRecords }];
}

/** Where a redacted document goes in another's place, that one goes alone. */
function originalsOf(
  items: readonly JudgedItem[],
  papers: readonly CollectedItem[],
): readonly OriginalToPack[] {
  const all = new Map([...items.map(({ item }) => item), ...papers].map(one => [one.documentId, one]));
  const stoodIn = new Set(
    items.flatMap(({ marks }) => of(marks, 'redact').flatMap(({ replacedBy }) => replacedBy ?? [])),
  );
  const counts = new Map<string, number>();
  return items.flatMap(({ item, marks }) => {
    if (item.entity || stoodIn.has(item.documentId)) return [];
    const number = (counts.get(item.source) ?? 0) + 1;
    counts.set(item.source, number);
    const instead = of(marks, 'redact').findLast(({ replacedBy }) => replacedBy !== null)?.replacedBy;
    const sent: CollectedItem | undefined = typeof instead === 'string' ? all.get(instead) : item;
    if (!sent) return [];
    const { documentId, mediaType, nameWords } = sent;
    return [{ documentId, source: item.source, number, mediaType, nameWords }];
  });
}

/** What a package is made of: what was collected, without what the review leaves out. */
export function packageInputs(
  items: readonly JudgedItem[],
  papers: readonly CollectedItem[],
  file: CaseFile,
): PackageInputs {
  const paragraphs = paragraphsOf(file);
  const going = items.filter(({ isWithheld }) => !isWithheld);
  return {
    records: going.flatMap(recordsOf),
    originals: originalsOf(going, papers),
    leftOut: items.flatMap(item => toldOf(item, paragraphs)),
  };
}
