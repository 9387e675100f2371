import type { ParticularName, ParticularThatMayBeNone } from '@duly/case';
import type { ExemptionName, RefusalGroundOf } from '@duly/law';

/** Whether data is processed, and what UK GDPR Art 15(1)–(2) wants said about it: texts of the handler or of the organisation. */
export type ParticularsTold =
  | { readonly isProcessed: false }
  | ({
      readonly isProcessed: true;
      /** Of which it was said that there is none; of what is neither here nor told the letter says nothing. */
      readonly none?: readonly ParticularThatMayBeNone[];
    } & Readonly<Partial<Record<ParticularName, string>>>);

/** An exemption that the person is told of (R49b). */
export interface ExemptionTold {
  readonly exemption: ExemptionName;
  /** What it covers. */
  readonly covers: string;
}

/** Why an item of data is not sent (R40). */
export type WhyNotSent = RefusalGroundOf<'portability'> | 'others-have-not-agreed';

export interface ItemTold {
  readonly item: string;
  /** Empty: it is sent. */
  readonly whyNot: readonly WhyNotSent[];
}

/** What goes to the person and what does not, item by item (UK GDPR Art 20). */
export interface ItemsTold {
  readonly items: readonly [ItemTold, ...ItemTold[]];
  /** The same letter asked for a copy as well: what stays out here comes with that answer. */
  readonly asksForAccessToo: boolean;
}

/** Whether the data goes straight to the other controller (Art 20(2)). */
export interface TransferTold {
  readonly isFeasible: boolean;
  readonly reasons: string;
}

/** What the duties of the right have on record, beside the answer itself. */
export interface BesideAnswer {
  readonly particulars?: ParticularsTold;
  /** Something about other people was left out or covered (Art 15(4)). */
  readonly leavesOutOthers?: boolean;
  readonly exemptions?: readonly ExemptionTold[];
  readonly portable?: ItemsTold;
  readonly transfer?: TransferTold;
}
