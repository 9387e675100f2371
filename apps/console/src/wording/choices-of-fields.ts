import { excessiveFactors, exemptions, notEnoughForManifestly, unfoundedFactors } from '@duly/law';
import { asSentence, inPlainWords } from './plain-words.js';

const factors: Readonly<Record<string, string>> = {
  ...unfoundedFactors,
  ...excessiveFactors,
  ...notEnoughForManifestly,
};

/** What counts neither way by itself says so (R49). */
const factorInWords = (factor: string): string =>
  Object.hasOwn(notEnoughForManifestly, factor)
    ? `${asSentence(factors[factor] ?? factor)} (not enough by itself)`
    : asSentence(factors[factor] ?? factor);

/** A choice of one field, where its word means something else in another: the law’s own words first. */
const ofField: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  exemption: Object.fromEntries(
    Object.entries(exemptions).map(([name, { words, paragraph }]) => [
      name,
      `${asSentence(words)} (${paragraph})`,
    ]),
  ),
  factors: Object.fromEntries(Object.keys(factors).map(factor => [factor, factorInWords(factor)])),
  basis: { consent: 'The person’s consent', explicit_consent: 'The person’s explicit consent' },
  otherPeopleBasis: { consent: 'The consent of those people', explicit_consent: 'Their explicit consent' },
  origin: {
    provided: 'The person gave it',
    observed: 'It was observed, as they used the service',
    inferred: 'We inferred it from other data',
    derived: 'We derived it from other data',
  },
  way: { transfer: 'Straight to another controller' },
  how: {
    corrected: 'The data was corrected',
    completed: 'The data was completed',
    'marked-as-opinion': 'It was marked as an opinion',
    'statement-added': 'The person’s statement was added',
  },
  none: {
    obtainedFrom: 'Where it comes from, if not from the person',
    automatedDecisions: 'Decisions by machines',
    transfersAbroad: 'Sending it abroad',
  },
};

/** A choice of a field as a person reads it. */
export function choiceInWords(field: string, choice: string): string {
  const own = Object.hasOwn(ofField, field) ? ofField[field] : undefined;
  return own !== undefined && Object.hasOwn(own, choice) ? (own[choice] ?? choice) : inPlainWords(choice);
}
