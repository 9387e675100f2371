/** A cell of a table: words, a link, or a tag. */
export type Cell = string | { readonly text: string; readonly href?: string; readonly tag?: string };

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface FormField {
  readonly name: string;
  readonly kind: 'line' | 'date' | 'choice' | 'choices' | 'hidden';
  readonly label?: string;
  readonly hint?: string;
  readonly value?: string;
  readonly items?: readonly { readonly value: string; readonly text: string; readonly isChosen?: boolean }[];
}

export interface SectionForm {
  readonly action: string;
  readonly method: 'get' | 'post';
  readonly fields: readonly FormField[];
  readonly button: string;
  /** The button cannot be taken back. */
  readonly isWarning?: boolean;
  /** Another thing to do with the same form. */
  readonly second?: { readonly name: string; readonly value: string; readonly text: string };
}

/** Bars of a picture; the table beside it says the same. */
export interface Bars {
  readonly title: string;
  readonly bars: readonly {
    readonly x: number;
    readonly height: number;
    readonly alarmHeight: number;
    readonly label: string;
    readonly many: number;
  }[];
}

/** One part of a page that shows what there is: words, a picture, a table, links, a form. */
export interface Section {
  readonly title?: string;
  readonly paragraphs?: readonly string[];
  readonly bars?: Bars;
  readonly table?: Table;
  /** What is said where the table has no row. */
  readonly empty?: string;
  /** The last column has room for long words. */
  readonly hasLongWords?: boolean;
  /** Text with its own lines. */
  readonly text?: string;
  readonly links?: readonly { readonly text: string; readonly href: string }[];
  readonly form?: SectionForm;
}
