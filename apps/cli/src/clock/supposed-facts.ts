import { addDays, londonDayAt, readWhatIf, writeDay, type ClockFact, type Instant } from '@duly/law';

/** `today` and `tomorrow` are days in London. */
function withDay(text: string, now: Instant): string {
  const today = londonDayAt(now);
  return text
    .replace(/@today(?=$|:)/, `@${writeDay(today)}`)
    .replace(/@tomorrow(?=$|:)/, `@${writeDay(addDays(today, 1))}`);
}

/** Reads each `type@date`; a sentence saying what is wrong where one is no fact. */
export function readSupposedFacts(texts: readonly string[], now: Instant): readonly ClockFact[] | string {
  const facts: ClockFact[] = [];
  for (const text of texts) {
    const fact = readWhatIf(withDay(text, now));
    if ('error' in fact) return `--what-if: ${fact.error.message} ${fact.error.remedy}`;
    facts.push(fact);
  }
  return facts;
}
