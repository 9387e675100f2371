import { openingOf, tenOn } from '../case.given.js';
import type { CaseSettings } from '../case-settings.js';
import { caseRights, type CaseRight, type PeopleNamed } from '../names.js';
import { isWeighed } from '../rights/rules-of.js';
import { lived, type Doing } from './lives.given.js';
import { begin, type Place } from './place.given.js';

interface Start {
  readonly name: string;
  /** Without it every right is tried so. */
  readonly rights?: readonly CaseRight[];
  readonly people?: Partial<PeopleNamed>;
  readonly doubts?: string;
  readonly settings?: Partial<CaseSettings>;
  /** The letter was read so late that its month had passed. */
  readonly isLate?: boolean;
  /** No way to reach the person is known, so that marketing cannot be kept from them yet (R61). */
  readonly unlisted?: true;
  /** An access case of the same person is open from the first day. */
  readonly isHeld?: boolean;
  /** What has been done before the exploration begins: lives that a search from the first day meets late. */
  readonly life?: readonly Doing[];
}

const approvals = { refusals: true, fees: true, extensions: true, exemptions: true, disclosures: true };
const weighed = caseRights.filter(isWeighed);
/** An objection to direct marketing is acted on, not doubted. */
const doubted = caseRights.filter(right => right !== 'objection_direct_marketing');
/** Once a complaint is acknowledged no date is left that could pass. */
const dated = caseRights.filter(right => right !== 'complaint');
const scottishChild = { aged: '12-to-15', livesIn: 'scotland' } as const;

/** The kinds of case that live differently. What the law wants on record is required in each: a handler may still say why not. */
const starts: readonly Start[] = [
  { name: 'the person asks' },
  { name: 'steps are approved', people: { requester: true }, settings: { approvals } },
  { name: 'it may be no request', rights: doubted, doubts: 'words-2' },
  {
    name: 'a parent asks, the answer goes to another',
    rights: ['access', 'portability', 'erasure', 'objection_direct_marketing'],
    people: { requester: true, recipient: true, actsAs: 'parent', child: scottishChild },
  },
  { name: 'another controller is to have the data', rights: ['portability'], people: { recipient: true } },
  { name: 'it was read late', people: { requester: true }, isLate: true },
  { name: 'a caller leaves a name alone', rights: ['objection_direct_marketing'], unlisted: true },
  { name: 'an access case is open', rights: ['erasure'], isHeld: true },
  { name: 'its month has passed', rights: dated, life: [{ until: 'AlarmRaised' }] },
  { name: 'it has ended', rights: dated, life: ['answer'] },
  {
    name: 'steps are approved, and one was',
    rights: ['access'],
    people: { requester: true },
    settings: { approvals },
    life: ['assess-request', 'estimate-fee', 'extend-time', 'approve'],
  },
  {
    name: 'an extension is decided, and its letter did not arrive',
    rights: ['access'],
    life: [{ bounced: 'extend-time' }, 'to the last day'],
  },
  { name: 'time is extended', rights: weighed, life: ['extend-time'] },
  {
    name: 'papers are looked at, authority is awaited',
    rights: weighed,
    people: { requester: true },
    life: ['ask-for-authority', 'ask-for-identity', 'record-identity'],
  },
  { name: 'papers are looked at', rights: ['rectification'], life: ['ask-for-identity', 'record-identity'] },
  { name: 'a clarification is awaited', rights: ['access'], life: ['ask-for-clarification'] },
  {
    name: 'a fee is paid',
    rights: weighed,
    people: { requester: true },
    life: ['assess-request', 'ask-for-fee', 'record-fee'],
  },
  {
    name: 'the person does not reply',
    rights: weighed,
    life: ['ask-for-identity', { until: 'AbandonmentWarned' }],
  },
  { name: 'it was withdrawn, and is reopened', life: ['withdraw', 'reopen'] },
];

const receivedOn = '2036-03-31';
const readLateOn = '2036-05-12';

/** Every start of a case of one right, or the one of a name. */
export function startsOf(right: CaseRight, only?: string): readonly Place[] {
  return starts
    .filter(({ name, rights }) => (only ?? name) === name && (rights?.includes(right) ?? true))
    .map(({ name, people, doubts, settings, isLate, isHeld = false, unlisted, life = [] }) => {
      const recordedOn = isLate === true ? readLateOn : receivedOn;
      const opening = openingOf({
        on: receivedOn,
        recordedOn,
        right,
        settings: { duties: 'required', ...settings },
        ...(people && { people }),
        ...(doubts !== undefined && { doubts }),
        ...(unlisted && { unlisted }),
      });
      return lived(begin({ start: name, now: tenOn(recordedOn), isHeld }, opening), life);
    });
}
