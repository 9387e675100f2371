import type { Cited } from './cited.js';

/** R46 — the ways in which a request can lawfully reach the organisation; no form and no magic words are needed. */
export const requestChannels = [
  'email',
  'letter',
  'spoken',
  'telephone',
  'social_media',
  'web_form',
  'in_person',
  'agent',
  'portal',
] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** R46–R47 — what makes a message a request, and what must not be asked of it. */
export const recognition = {
  any_words: {
    rule: 'R46',
    cite: 'ICO: how do we recognise a request',
    words: 'no form, no magic words; a request that cites FOI law can be one for access',
  },
  any_employee: {
    rule: 'R46',
    cite: 'ICO: how do we recognise a request',
    words: 'made to any employee, by any channel, social media and speech included',
  },
  motive_irrelevant: {
    rule: 'R46',
    cite: 'ICO: how do we recognise a request',
    words: 'the motive does not matter',
  },
  log_spoken: {
    rule: 'R46',
    cite: 'ICO: how do we recognise a request',
    words: 'a spoken request is logged and what was understood is confirmed',
  },
  bulk_each_for_itself: {
    rule: 'R47',
    cite: 'ICO right of access guidance',
    words: 'each of many requests from an agent has the same standing as any other and is judged for itself',
  },
  portal_behind_a_wall: {
    rule: 'R47',
    cite: 'ICO right of access guidance (recalled)',
    words: 'a portal that must be paid for or joined before the request can be seen has not delivered it',
  },
} as const satisfies Readonly<Record<string, Cited & { readonly words: string }>>;
