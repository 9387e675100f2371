import type { ParticularName, ParticularThatMayBeNone } from '@duly/case';
import type { CivilDate, ExemptionName, RefusalGroundOf } from '@duly/law';

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

/** How the copy reaches the person. */
export type DisclosureTold =
  | {
      readonly way: 'link';
      readonly url: string;
      /** The last day on which it opens. */
      readonly until: CivilDate;
      /** How often the copy can be fetched. */
      readonly uses: number;
      /** By which other channel the code comes; absent where none is asked for. */
      readonly codeBy?: 'phone' | 'post';
      /** The archive has a password, which comes by another channel. */
      readonly hasPassword: boolean;
    }
  | { readonly way: 'post'; readonly hasPassword: boolean }
  | { readonly way: 'transfer'; readonly receiver: string };

/** What the duties of the right have on record, beside the answer itself. */
export interface BesideAnswer {
  readonly particulars?: ParticularsTold;
  /** Something about other people was left out or covered (Art 15(4)). */
  readonly leavesOutOthers?: boolean;
  readonly exemptions?: readonly ExemptionTold[];
  readonly portable?: ItemsTold;
  readonly transfer?: TransferTold;
  readonly disclosure?: DisclosureTold;
}
