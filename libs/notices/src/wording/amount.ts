import type { Amount } from '../data/organisation.js';
import { LetterNotComplete } from '../letter-not-complete.js';

const signs = { GBP: '£', EUR: '€' } as const;

/**
 * `£12.50`.
 * @throws LetterNotComplete for anything but a whole, positive number of pence or cents.
 */
export function amountInWords({ minorUnits, currency }: Amount): string {
  if (!Number.isSafeInteger(minorUnits) || minorUnits <= 0) {
    throw new LetterNotComplete('amount', 'it must be a whole number of pence or cents, more than none');
  }
  const whole = Math.floor(minorUnits / 100);
  const rest = minorUnits % 100;
  return `${signs[currency]}${whole}.${rest < 10 ? '0' : ''}${rest}`;
}
