import type { DistanceBody } from '@duly/api-contract';
import { wording } from '../wording/index.js';

const words = wording.administration;

const distanceInWords = ({ workingDays, days, months }: DistanceBody): string =>
  [
    workingDays === undefined ? '' : words.workingDays(workingDays),
    months === undefined ? '' : words.months(months),
    days === undefined ? '' : words.days(days),
  ]
    .filter(text => text !== '')
    .join(' ');

/** `10 working days, 1 month 3 days`; `none` where there is none. */
export const inWords = (distances: readonly DistanceBody[], none: string = words.never): string =>
  distances.length === 0 ? none : distances.map(distanceInWords).join(', ');

const units = { 'working day': 'workingDays', day: 'days', month: 'months' } as const;
const part = /^(\d{1,3}) +(working day|day|month)s?(?: +|$)/u;

function readDistance(text: string): DistanceBody | undefined {
  let [rest, read]: [string, Record<string, number>] = [text.trim().toLowerCase(), {}];
  if (rest === '') return undefined;
  while (rest !== '') {
    const [whole = '', many, unit] = part.exec(rest) ?? [];
    if (whole === '' || !(unit === 'working day' || unit === 'day' || unit === 'month')) return undefined;
    read = { ...read, [units[unit]]: Number(many) };
    rest = rest.slice(whole.length);
  }
  return read;
}

/** What {@link inWords} writes, read again. @returns undefined where some of it is no distance */
export function readDistances(text: string): readonly DistanceBody[] | undefined {
  if (text.trim() === '' || text.trim().toLowerCase() === words.never.toLowerCase()) return [];
  const read = text.split(',').map(readDistance);
  return read.every(one => one !== undefined) ? read : undefined;
}
