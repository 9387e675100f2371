/**
 * What the law, or the regulator's guidance, wants a letter to say. Each block of a letter names the items that it states;
 * a template names those that it must state.
 */
export const letterItems = {
  'receipt-date': { says: 'the day we received the request', cite: 'UK GDPR Art 12A(2)(a)' },
  understanding: { says: 'what we understood was asked', cite: 'ICO guidance on recognising requests (R46)' },
  'answer-by': { says: 'when we must answer', cite: 'UK GDPR Art 12(3) and 12A(1)' },
  'marketing-stopped': { says: 'marketing has stopped', cite: 'UK GDPR Art 21(3)' },
  'cannot-identify': { says: 'that we cannot tell whose data it is, and why', cite: 'UK GDPR Art 11(2)' },
  doubts: { says: 'why we doubt who is asking', cite: 'UK GDPR Art 12(6)' },
  'what-is-asked': { says: 'what we need from the person', cite: 'UK GDPR Art 12(1) and 12(6)' },
  'clock-starts-on-arrival': { says: 'from when the month runs', cite: 'UK GDPR Art 12A(2)' },
  'authority-needed': {
    says: 'why we need to see the authority',
    cite: 'ICO guidance of 8 December 2025 (R22)',
  },
  'fee-reasons': { says: 'why there is a fee', cite: 'UK GDPR Art 12(5) and 12(4)' },
  'fee-amount': { says: 'how much the fee is', cite: 'UK GDPR Art 12(5) and 15(3)' },
  'fee-before-work': { says: 'we act once it is paid', cite: 'UK GDPR Art 12A(2)(c)' },
  'fee-moves-nothing': { says: 'the fee does not change the date', cite: 'UK GDPR Art 15(3); Art 12A(2)(c)' },
  'why-clarification': { says: 'why we need to know more', cite: 'UK GDPR Art 12A(5)' },
  'clock-stops': { says: 'the days that do not count', cite: 'UK GDPR Art 12A(5)' },
  'clarification-can-be-declined': { says: 'the person need not answer', cite: 'ICO guidance (R29)' },
  'extension-reasons': { says: 'why we need more time', cite: 'UK GDPR Art 12A(4)(b)' },
  'extended-date': { says: 'the new date', cite: 'UK GDPR Art 12A(3)' },
  'refusal-reasons': { says: 'why we did not act', cite: 'UK GDPR Art 12(4)' },
  'refusal-extent': { says: 'what we did not do', cite: 'UK GDPR Art 12(4)' },
  'action-taken': { says: 'what we did', cite: 'UK GDPR Art 12(3)' },
  'what-was-corrected': { says: 'what we corrected or completed', cite: 'UK GDPR Art 16' },
  'what-was-erased': { says: 'what we deleted', cite: 'UK GDPR Arts 12(3), 17(1)' },
  backups: { says: 'what happens to backups', cite: 'ICO right to erasure guidance (R38)' },
  'public-steps': { says: 'how we told others to delete it', cite: 'UK GDPR Art 17(2)' },
  'restricted-data': { says: 'what is limited', cite: 'UK GDPR Art 18(1)' },
  'restriction-ground': { says: 'why it is limited', cite: 'UK GDPR Art 18(1)' },
  'told-before-lifting': { says: 'that we tell before the limit ends', cite: 'UK GDPR Art 18(3)' },
  'lifting-reasons': { says: 'why the limit ends', cite: 'UK GDPR Arts 12(1), 18(3)' },
  recipients: { says: 'that, or whom, we told', cite: 'UK GDPR Art 19' },
  'processing-stopped': { says: 'that we stopped', cite: 'UK GDPR Art 21(1)' },
  'decision-information': { says: 'what the computer decided, and how', cite: 'UK GDPR Art 22C(2)(a)' },
  'decision-safeguards': { says: 'what the person can do about it', cite: 'UK GDPR Art 22C(2)(b)–(d)' },
  'human-intervention': { says: 'that a person looked at it', cite: 'UK GDPR Art 22C(2)(c)' },
  'decision-outcome': { says: 'what came of it', cite: 'UK GDPR Art 22C(2)(d)' },
  'late-reasons': { says: 'why we are late', cite: 'UK GDPR Art 12(3)' },
  'closed-on': { says: 'that, and when, the request was closed', cite: 'ICO guidance (R24, R35)' },
  'can-ask-again': { says: 'how the request can go on later', cite: 'ICO guidance (R24)' },
  'complaint-to-controller': {
    says: 'the right to complain to us',
    cite: 'DPA 2018 s.164A; UK GDPR Art 12(4)',
  },
  'complaint-to-commissioner': {
    says: 'the right to complain to the regulator',
    cite: 'DPA 2018 s.165; UK GDPR Art 12(4)',
  },
  'complaint-to-supervisory-authority': {
    says: 'the right to complain to the regulator, before 19 June 2026',
    cite: 'UK GDPR Art 77; DPA 2018 s.165',
  },
  'judicial-remedy': { says: 'the right to go to court', cite: 'UK GDPR Art 79; DPA 2018 s.167' },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly cite: string }>>;

export type LetterItem = keyof typeof letterItems;
