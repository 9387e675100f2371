import type { Cited } from './cited.js';

/**
 * R42, R61 — an objection to direct marketing is absolute: no ground, fee or extension can be named, because the types hold none ("There
 * are no reasons that you can use to refuse", ICO). Source: UK GDPR Art 21(2)–(3).
 */
export interface DirectMarketingObjection {
  readonly right: 'objection_direct_marketing';
  readonly isAbsolute: true;
  readonly refusals: readonly [];
  readonly fees: readonly [];
  readonly extensions: readonly [];
  readonly steps: readonly (Cited & { readonly step: DirectMarketingStep; readonly words: string })[];
}

export type DirectMarketingStep =
  | 'stop_at_once'
  | 'suppress_instead_of_deleting'
  | 'propagate'
  | 'no_hurdles'
  | 'confirm'
  | 'service_messages_stay'
  | 'no_asking_again'
  | 'erase_but_keep_suppression'
  | 'log_as_both';

const art21 = 'UK GDPR Art 21(2)–(3)';

/** What an objection to direct marketing makes the controller do, in order (R61). */
export const directMarketingObjection: DirectMarketingObjection = {
  right: 'objection_direct_marketing',
  isAbsolute: true,
  refusals: [],
  fees: [],
  extensions: [],
  steps: [
    {
      rule: 'R61',
      cite: art21,
      step: 'stop_at_once',
      words:
        'stop on receipt, on all channels unless the person limited it, profiling and sharing of lists included',
    },
    {
      rule: 'R61',
      cite: 'ICO direct marketing guidance',
      step: 'suppress_instead_of_deleting',
      words:
        'keep a minimal suppression record, hashed where possible; it survives erasure and later imports, and every list is screened against it',
    },
    {
      rule: 'R61',
      cite: art21,
      step: 'propagate',
      words: 'tell processors and partners with whom the data was shared; pull what is queued to be sent',
    },
    {
      rule: 'R61',
      cite: art21,
      step: 'no_hurdles',
      words: 'no fee, no refusal, no identity beyond finding the record, no weighing of interests',
    },
    {
      rule: 'R61',
      cite: 'UK GDPR Art 12(3)',
      step: 'confirm',
      words: 'confirm, within a month at the outside',
    },
    {
      rule: 'R61',
      cite: 'ICO direct marketing guidance',
      step: 'service_messages_stay',
      words: 'messages needed for a service stay possible, with no marketing in them',
    },
    {
      rule: 'R61',
      cite: 'ICO direct marketing guidance',
      step: 'no_asking_again',
      words: 'no “are you sure”; consent again only by a later act of the person’s own',
    },
    {
      rule: 'R61',
      cite: 'UK GDPR Art 17(1)(c)',
      step: 'erase_but_keep_suppression',
      words:
        'where erasure is asked for too, erase the marketing data, keep the suppression entry and say why',
    },
    {
      rule: 'R61',
      cite: 'UK GDPR Art 21(3); PECR regs 21–22',
      step: 'log_as_both',
      words: 'log it as an objection and as an opt-out under PECR',
    },
  ],
};
