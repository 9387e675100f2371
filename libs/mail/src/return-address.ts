/** 40 hexadecimal digits: a keyed hash of the letter's id, so that nobody can make one up. */
const token = /^[0-9a-f]{40}$/;

/** Where the reports on one letter come back to (VERP): `bounces@council.example` → `bounces+<token>@council.example`. */
export function returnAddress(base: string, mark: string): string {
  const at = base.lastIndexOf('@');
  return `${base.slice(0, at)}+${mark}${base.slice(at)}`;
}

/** The marks that these addresses carry; whose they are is for the register to say. */
export function marksIn(addresses: readonly string[]): readonly string[] {
  const marks = addresses.flatMap(address =>
    [...address.matchAll(/\+([0-9a-f]{40})@/gi)].map(([, mark = '']) => mark.toLowerCase()),
  );
  return [...new Set(marks.filter(mark => token.test(mark)))];
}
