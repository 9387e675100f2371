import fc, { type Arbitrary } from 'fast-check';
import type { ClockInput, Right } from '../clock/input.js';
import { addDays, dayOf, writeDay, type Day } from '../dates/civil-date.js';

/** A fact with its day as a distance from receipt, so that a case can be shrunk and moved as a whole. */
export interface PlacedFact {
  readonly type: string;
  readonly after: number;
  readonly fields: Readonly<Record<string, string | boolean>>;
}

export interface RandomCase {
  readonly right: Right;
  readonly calendar: string;
  readonly receipt: Day;
  readonly facts: readonly PlacedFact[];
  readonly asOfAfter: number | undefined;
}

export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export const article12Rights = [
  'access',
  'erasure',
  'portability',
  'rectification',
  'restriction',
  'objection',
  'adm_22c',
] as const satisfies readonly Right[];

/** Receipts whose three months, and a long pause, still end inside the calendar. */
const firstReceipt = dayOf(2022, 1, 1);
const lastReceipt = dayOf(2028, 3, 31);
const articleTwelveA = dayOf(2026, 2, 5);

export const receipts = (from = firstReceipt, to = lastReceipt): Arbitrary<Day> =>
  fc.integer({ min: from, max: to }).map(day => day as Day);
export const receiptsUnderArticle12A = receipts(articleTwelveA);

/** Most acts happen early, many at an edge of the month or of the three months, some long after. */
const distances: Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 26 }) },
  { weight: 3, arbitrary: fc.integer({ min: 27, max: 38 }) },
  { weight: 1, arbitrary: fc.integer({ min: 39, max: 84 }) },
  { weight: 1, arbitrary: fc.integer({ min: 85, max: 100 }) },
  { weight: 1, arbitrary: fc.integer({ min: 101, max: 200 }) },
);

const waits: Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 13, max: 60 }) },
);

const flag = (name: string, likely: boolean): Arbitrary<Record<string, boolean>> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ [name]: likely }) },
    { weight: 2, arbitrary: fc.constant({ [name]: !likely }) },
  );

const doubtful = flag('doubtful', false);
const refs = fc.constantFrom('c1', 'c2', 'c3');

const placed = (
  type: string,
  fields: Arbitrary<Record<string, string | boolean>> = fc.constant({}),
): Arbitrary<PlacedFact> =>
  fc.record({
    type: fc.constant(type),
    after: distances,
    fields: fc.tuple(fields, doubtful).map(([a, b]) => ({ ...a, ...b })),
  });

/** An ask and, mostly, what came of it. */
function episode(
  ask: Arbitrary<PlacedFact>,
  answers: readonly string[],
  answerFields: Arbitrary<Record<string, boolean>>,
) {
  return fc
    .tuple(
      ask,
      fc.option(fc.record({ type: fc.constantFrom(...answers), wait: waits, fields: answerFields }), {
        freq: 4,
      }),
    )
    .map(([asked, answer]): PlacedFact[] => {
      if (!answer) return [asked];
      const { ref } = asked.fields;
      const fields = { ...answer.fields, ...(ref === undefined ? {} : { ref }) };
      return [asked, { type: answer.type, after: asked.after + answer.wait, fields }];
    });
}

const sufficient = flag('sufficient', true);
const nothing = fc.constant({});
const basis = fc.constantFrom('12(5)', '12(5)', '15(3)').map(name => ({ basis: name }));

export const identityEpisode = episode(
  placed('id_requested', flag('reasonableDoubts', true)),
  ['id_received'],
  sufficient,
);
export const authorityEpisode = episode(placed('authority_requested'), ['authority_received'], sufficient);
export const feeEpisode = episode(placed('fee_requested', basis), ['fee_paid'], nothing);
export const clarificationEpisode = episode(
  placed(
    'clarification_requested',
    refs.map(ref => ({ ref })),
  ),
  ['clarification_received', 'clarification_received', 'clarification_declined'],
  nothing,
);
export const extensionNotice = placed('extension_notified', flag('reasons', true)).map(fact => [fact]);
const closing = fc
  .constantFrom('completed', 'refused', 'withdrawn', 'abandoned', 'died')
  .chain(type => placed(type))
  .map(fact => [fact]);
/** Answers to which nobody asked a question, and a receipt told twice. */
const stray = fc
  .oneof(
    placed('id_received', sufficient),
    placed('authority_received', sufficient),
    placed('fee_paid'),
    placed(
      'clarification_received',
      refs.map(ref => ({ ref })),
    ),
    placed('clarification_declined'),
    fc.constant<PlacedFact>({ type: 'received', after: 0, fields: {} }),
  )
  .map(fact => [fact]);

const acts = fc.oneof(
  { weight: 4, arbitrary: identityEpisode },
  { weight: 2, arbitrary: authorityEpisode },
  { weight: 2, arbitrary: feeEpisode },
  { weight: 6, arbitrary: clarificationEpisode },
  { weight: 4, arbitrary: extensionNotice },
  { weight: 1, arbitrary: closing },
  { weight: 1, arbitrary: stray },
);

export const factLists = (kinds: Arbitrary<PlacedFact[]> = acts, most = 6): Arbitrary<PlacedFact[]> =>
  fc.array(kinds, { maxLength: most }).map(lists => lists.flat());

/** Whole cases of every kind, orderly and odd: several asks, overlaps, late and second notices, outstanding things. */
export const randomCases: Arbitrary<RandomCase> = fc.record({
  right: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Right>('access') },
    { weight: 2, arbitrary: fc.constantFrom<Right>(...article12Rights) },
    { weight: 1, arbitrary: fc.constant<Right>('access_s45') },
    { weight: 1, arbitrary: fc.constant<Right>('objection_direct_marketing') },
  ),
  calendar: fc.constantFrom(...nations),
  receipt: fc.oneof(
    { weight: 2, arbitrary: receipts() },
    { weight: 4, arbitrary: receiptsUnderArticle12A },
    { weight: 1, arbitrary: receipts(dayOf(2028, 4, 1), dayOf(2028, 12, 20)) },
  ),
  facts: factLists(),
  asOfAfter: fc.option(fc.integer({ min: 0, max: 220 }), { freq: 4, nil: undefined }),
});

/** Cases in which nobody asks for clarification and which have no day of asking. */
export const casesWithoutPause: Arbitrary<RandomCase> = fc.record({
  right: fc.constantFrom<Right>(...article12Rights),
  calendar: fc.constantFrom(...nations),
  receipt: receipts(),
  facts: factLists(fc.oneof(identityEpisode, authorityEpisode, feeEpisode, extensionNotice)),
  asOfAfter: fc.constant(undefined),
});

export function eventOf(receipt: Day, { type, after, fields }: PlacedFact): Record<string, string | boolean> {
  return { type, date: writeDay(addDays(receipt, after)), ...fields };
}

/** A case as the clock takes it. */
export function inputOf({ right, calendar, receipt, facts, asOfAfter }: RandomCase): ClockInput {
  // The types forbid a pause on a right that has none; from outside it can come all the same, and is tried here.
  const input: unknown = {
    right,
    calendar,
    events: [{ type: 'received', date: writeDay(receipt) }, ...facts.map(fact => eventOf(receipt, fact))],
    ...(asOfAfter === undefined ? {} : { asOf: writeDay(addDays(receipt, asOfAfter)) }),
  };
  return input as ClockInput;
}
