import type { Cited } from './cited.js';

/** One thing that a letter must say. */
export interface LetterContent extends Cited {
  readonly words: string;
}

const content = (rule: string, cite: string, words: string): LetterContent => ({ rule, cite, words });

const reasons = content('R31', 'UK GDPR Art 12(4)', 'the reasons');
const routes = content(
  'R31',
  'UK GDPR Art 12(4); DPA 2018 ss.164A, 165',
  'the complaint routes as they stand on the day the letter is given',
);

/** What each letter that the law speaks of must carry. */
export const letterContents = {
  acknowledgement: [
    content('R46', 'ICO right of access guidance', 'what was understood, where the request was spoken'),
    content(
      'R46',
      'ICO right of access guidance',
      'the right or rights it is taken to exercise, and when it was received',
    ),
  ],
  identity_request: [
    content('R21', 'UK GDPR Art 12(6)(a)', 'what is needed to confirm identity, and no more than that'),
    content('R21', 'UK GDPR Arts 12(6)(b), 12A(2)(b)', 'that the month begins when it arrives'),
    routes,
  ],
  authority_request: [
    content(
      'R22',
      'ICO right of access guidance, 8 December 2025',
      'what would show that the agent is authorised',
    ),
    content('R22', 'ICO right of access guidance, 8 December 2025', 'that the month begins when it arrives'),
  ],
  fee_request: [
    content('R23', 'UK GDPR Art 12(5)(a)', 'the amount and how it was calculated'),
    content('R23', 'UK GDPR Art 12(5)', 'why a fee is asked for'),
    content('R23', 'UK GDPR Art 12A(2)(c)', 'that the month begins when a fee under Art 12(5) is paid'),
    routes,
  ],
  clarification_request: [
    content('R26', 'UK GDPR Art 12A(5)', 'what must be clarified, and why it is reasonably required'),
    content('R26', 'UK GDPR Art 12A(5)', 'that the clock stops until the answer comes'),
  ],
  extension: [
    content('R12', 'UK GDPR Art 12A(3)', 'that more time is taken, and until when'),
    content(
      'R14',
      'UK GDPR Art 12A(4)(b)',
      'the reasons: complexity, or the number of requests of the same person',
    ),
  ],
  refusal: [reasons, routes],
  partial_refusal: [
    content('R31', 'UK GDPR Art 12(4)', 'what is refused and what is answered'),
    reasons,
    routes,
  ],
  abandonment: [
    content('R24', 'ICO right of access guidance (recalled)', 'what was asked for and did not come'),
    content('R24', 'ICO right of access guidance (recalled)', 'that the case is reopened if it comes later'),
    routes,
  ],
  access_answer: [
    content('R36', 'UK GDPR Art 15(1)', 'confirmation that data is processed, and a copy of it (Art 15(3))'),
    content('R36', 'UK GDPR Art 15(1)(a)', 'the purposes'),
    content('R36', 'UK GDPR Art 15(1)(b)', 'the categories of data'),
    content('R36', 'UK GDPR Art 15(1)(c)', 'the recipients or categories of recipients'),
    content('R36', 'UK GDPR Art 15(1)(d)', 'how long it is kept, or how that is decided'),
    content('R36', 'UK GDPR Art 15(1)(e)', 'the rights to rectification, erasure, restriction and objection'),
    content('R56', 'UK GDPR Art 15(1)(ea)', 'the right to complain to the controller'),
    content('R36', 'UK GDPR Art 15(1)(f)', 'the right to complain to the Commissioner'),
    content('R36', 'UK GDPR Art 15(1)(g)', 'the source, where it was not the person'),
    content(
      'R36',
      'UK GDPR Art 15(1)(h)',
      'automated decisions, and the logic, significance and consequences',
    ),
    content('R36', 'UK GDPR Art 15(2)', 'the safeguards of a transfer abroad'),
  ],
  portability_answer: [
    content('R40', 'UK GDPR Art 20(1)', 'the data in a structured, commonly used, machine-readable format'),
    content('R40', 'ICO portability guidance', 'a warning to store it safely'),
  ],
  erasure_answer: [
    content('R38', 'ICO right to erasure guidance', 'what was erased, and what happens to backups'),
    content('R45', 'UK GDPR Art 19', 'who the recipients are, where the person asked'),
  ],
  rectification_answer: [
    content('R37', 'UK GDPR Art 16', 'what was corrected or completed'),
    content('R45', 'UK GDPR Art 19', 'who the recipients are, where the person asked'),
  ],
  restriction_answer: [
    content('R39', 'UK GDPR Art 18(1)', 'what is restricted and on which ground'),
    content('R45', 'UK GDPR Art 19', 'who the recipients are, where the person asked'),
  ],
  restriction_lifting: [
    content('R39', 'UK GDPR Art 18(3)', 'that the restriction will be lifted, before it is'),
  ],
  objection_answer: [content('R41', 'UK GDPR Art 21(1)', 'that the processing has stopped')],
  direct_marketing_confirmation: [
    content('R61', 'UK GDPR Art 21(3)', 'that marketing has stopped, and on which channels'),
    content('R61', 'UK GDPR Art 17(1)(c)', 'that a suppression entry is kept, and why'),
  ],
  automated_decision_answer: [
    content('R44', 'UK GDPR Art 22C(2)(a)', 'information about the decision'),
    content(
      'R44',
      'UK GDPR Art 22C(2)(b)–(d)',
      'how to make representations, obtain human intervention and contest it',
    ),
  ],
  complaint_acknowledgement: [
    content('R50', 'DPA 2018 s.164A(3)', 'that the complaint was received, and when'),
  ],
  complaint_progress: [content('R52', 'DPA 2018 s.164A(4)–(5)', 'how the enquiries stand')],
  complaint_outcome: [
    content('R52', 'DPA 2018 s.164A(4)', 'the outcome'),
    content('R31', 'DPA 2018 s.165', 'the right to complain to the Commissioner'),
  ],
} as const satisfies Readonly<Record<string, readonly [LetterContent, ...LetterContent[]]>>;
export type LetterKind = keyof typeof letterContents;

/** What a kind of letter must carry, in the order in which it is usually said. */
export function contentsOf(kind: LetterKind): readonly LetterContent[] {
  return letterContents[kind];
}
