// How addresses and numbers are written before they are compared by keyed hash. A hash forgives nothing: what is not made alike here
// is another person, whose marketing goes on and whose erasure is not held.

/** The words of a text, without case, accents, width and punctuation; undefined where there are none. */
export function wordsAlike(text: string | undefined): readonly string[] | undefined {
  const words = text
    ?.normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words ?? undefined;
}

export function emailAlike(email: string | undefined): string | undefined {
  return email?.normalize('NFKC').trim().toLowerCase() || undefined;
}

/** A postal address without its blanks: `LS1 4AB` and `LS14AB` are one postcode. */
export function postAlike(address: string | undefined): string | undefined {
  return wordsAlike(address)?.join('');
}

/** The digits after the country's own 0: as one dials it, and as E.164 writes it, are the same. An extension is not the number's. */
export function phoneAlike(phone: string | undefined): string | undefined {
  const [number = ''] = phone?.normalize('NFKC').split(/e?x/iu) ?? [];
  const digits = number.replace(/\D/gu, '');
  const isAbroad = number.trim().startsWith('+') || digits.startsWith('00');
  const significant = digits.replace(/^0+/u, '');
  // Ten digits are the most of a British number, so eleven that begin with 44 carry the country.
  if (significant.startsWith('44') && (isAbroad || significant.length > 10)) {
    return significant.slice(2).replace(/^0+/u, '') || undefined;
  }
  if (isAbroad && significant !== '') return `+${significant}`;
  return significant || undefined;
}
