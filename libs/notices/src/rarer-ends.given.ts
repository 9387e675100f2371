import { toCivilDate } from '@duly/law';
import type { LetterData } from './index.js';
import { agent, ofCase, person } from './people.given.js';

const day = toCivilDate;

/** Letters of the ends that few cases come to. */
export const rarerEnds = {
  'cannot-identify': {
    told: {
      ...person,
      reasons: 'Our camera shows many people in red coats on that day. We keep no names with the films.',
      whatWouldHelp: 'A photo of your coat, and the hour at which you walked past.',
    },
    'without-help': { ...person, reasons: 'We keep the survey without names.' },
    'for-another': { ...person, ...agent, reasons: 'We keep the survey without names.' },
  },
  death: {
    'to-agent': { ...ofCase, addressee: 'Lee & Co', actingFor: 'Ann Lee', closedOn: day('2026-07-04') },
  },
  reclassification: {
    'as-erasure': { ...ofCase, as: 'erasure', reasons: 'You wrote: take me off your books.' },
  },
  dismissal: {
    'no-request': {
      ...person,
      rights: ['access'],
      reasons: 'You ask when the library is open. It is open from nine to five.',
    },
  },
  closure: {
    answered: { ...ofCase, closedOn: day('2026-07-30'), on: day('2026-07-30'), outcome: 'answered' },
  },
} satisfies {
  readonly [Kind in 'closure' | 'cannot-identify' | 'death' | 'reclassification' | 'dismissal']: Readonly<
    Record<string, LetterData[Kind]>
  >;
};
