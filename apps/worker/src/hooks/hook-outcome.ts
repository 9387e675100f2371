import type { CallOutcome } from '@duly/courier';
import type { HookOutcome } from '@duly/register';

const [minute, hour] = [60, 3_600];

/** Seconds from one try to the next, as Standard Webhooks suggests; the first try is at once. */
const gaps = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];
const longestGap = 24 * hour;

/** Up to a fifth longer, so that what failed together does not come back together. */
const spread = 0.2;

/** What a receiver that is busy asks for, in seconds. Dates are not heeded: its clock may be another. */
function askedFor({ headers }: CallOutcome & { readonly kind: 'answered' }): number {
  const written = headers['retry-after'] ?? '';
  return /^\d{1,6}$/.test(written) ? Math.min(Number(written), longestGap) : 0;
}

/**
 * What comes after a try. Any 2xx is taken; a redirect is not, since nobody follows it.
 * @param tries this one included
 * @param chance from 0 to 1
 */
export function hookOutcome(called: CallOutcome, tries: number, chance: number): HookOutcome {
  const status = called.kind === 'answered' ? called.status : 0;
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  const gap = gaps[tries - 1];
  if (gap === undefined) return { kind: 'failed' };
  const least = called.kind === 'answered' ? askedFor(called) : 0;
  return { kind: 'again', after: Math.max(gap * (1 + spread * chance), least) };
}

const longestExcerpt = 300;

/** The beginning of an answer for the log, on one line; null where it is empty, or repeats an id or the reference that we sent. */
export function excerptOf(called: CallOutcome, payload: string): string | null {
  if (called.kind === 'failed') return null;
  const text = called.body
    .toString('utf8')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const ours = payload.match(/[0-9a-f]{8}-[0-9a-f-]{27}|DR-\d{4}-\d+(?:-\d+)?/gi) ?? [];
  const isEcho = ours.some(one => text.includes(one)) || text.includes(payload.slice(0, 20));
  return text === '' || isEcho
    ? null
    : Array.from(text)
        .slice(0, longestExcerpt / 2)
        .join('');
}
