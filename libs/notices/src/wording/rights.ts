import type { CaseRight } from '@duly/case';

interface Whose {
  readonly them: string;
  readonly their: string;
}

const asked: Readonly<Record<CaseRight, (whose: Whose) => string>> = {
  access: ({ them }) => `give ${them} a copy of the personal data we hold about ${them}`,
  rectification: ({ them }) => `correct personal data we hold about ${them}`,
  erasure: ({ them }) => `delete personal data we hold about ${them}`,
  restriction: ({ their }) => `limit how we use ${their} personal data`,
  portability: ({ them, their }) =>
    `give ${them} ${their} personal data in a form that can be used elsewhere`,
  objection: ({ their }) => `stop using ${their} personal data`,
  objection_direct_marketing: ({ their }) => `stop using ${their} personal data for marketing`,
  complaint: ({ their }) => `look into how we used ${their} personal data`,
  adm_22c: ({ them }) => `have a person look again at a choice that a computer made about ${them}`,
};

/** What was asked, after “You asked us to”. */
export function askedFor(right: CaseRight, isForAnother: boolean): string {
  return asked[right](isForAnother ? { them: 'them', their: 'their' } : { them: 'you', their: 'your' });
}
