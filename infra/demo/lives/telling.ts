import type { Life } from '../life.js';

/** One life: the letter that begins it, and what happens; some need more than the case. */
export interface Telling<Needs extends readonly unknown[] = []> {
  readonly title: string;
  readonly request: object;
  readonly tell: (life: Life, ...needs: Needs) => Promise<void>;
  /** The letter shown whole. */
  readonly letter?: string;
}

/** Every letter to a person was caught once, by the address it was meant for; none is missing. */
export function expectLetters(life: Life, kinds: readonly string[]): void {
  const toPeople = life.letters.filter(({ row }) => row.recipient === 'requester');
  life.expects(
    `the letters to the requester: ${kinds.join(', ')}; each read back from the mail catcher`,
    toPeople.filter(({ caught }) => caught).map(({ row }) => row.kind),
    kinds,
  );
}

/** How many whole days of its own time the case has lived. */
export function expectDays(life: Life, least: number): void {
  const [first, last] = [life.steps[0]?.on ?? '', life.steps.at(-1)?.on ?? ''];
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  life.expects(`the case has lived ${days} days of its own time`, days >= least, true);
}
