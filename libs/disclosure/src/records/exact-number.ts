/** The digits of a number without what changes nothing: zeros around them, a plus sign, the way its exponent is written. */
function plain(text: string): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const all = `${whole}${part}`;
  const digits = all.replace(/^0+/, '').replace(/0+$/, '');
  if (digits === '') return '0';
  const endingZeros = all.length - all.replace(/0+$/, '').length;
  const power = BigInt(exponent) - BigInt(part.length) + BigInt(endingZeros);
  return `${sign === '-' ? '-' : ''}${digits}e${power}`;
}

/** JSON.stringify writes -0 as 0, so it is 0 from the start. */
export const positiveZero = (number: number): number => number + 0;

/**
 * A number as JSON wrote it: itself where a double gives back the same number, its text where it would not (RFC 7493, 2.2).
 * @param text a number of JSON
 */
export function exactNumber(text: string): number | string {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return plain(String(number)) === plain(text) ? positiveZero(number) : text;
}
