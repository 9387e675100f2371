import type { Cited } from './cited.js';

/** R15 — the two grounds of UK GDPR Art 12A(3); there is no third. */
export const extensionGrounds = {
  complexity: {
    rule: 'R15',
    cite: 'UK GDPR Art 12A(3)(a)',
    words: 'the complexity of the request, or of the requests made by the same person',
  },
  number_of_requests: {
    rule: 'R15',
    cite: 'UK GDPR Art 12A(3)(b)',
    words: 'the number of requests made by the same person, other rights included',
  },
} as const satisfies Readonly<Record<string, Cited & { readonly words: string }>>;
export type ExtensionGround = keyof typeof extensionGrounds;

/** R15 — what is often given as a reason and is none. */
export const notExtensionGrounds = {
  workload: 'The workload of the controller is no ground.',
  staff_absence: 'The absence of staff is no ground.',
  bulk_requests_from_many: 'Requests from many people are no ground: the number counts per person.',
  use_of_processor: 'Having to ask a processor is no ground.',
} as const;
export type NotAnExtensionGround = keyof typeof notExtensionGrounds;

export function isExtensionGround(word: string): word is ExtensionGround {
  return Object.hasOwn(extensionGrounds, word);
}
