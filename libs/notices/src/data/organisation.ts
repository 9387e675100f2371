import type { CaseRight } from '@duly/case';
import type { CivilDate, Regulator } from '@duly/law';

/** The controller, as it signs its letters. */
export interface Organisation {
  readonly name: string;
  /** Lines apart by `\n`. */
  readonly postalAddress: string;
  readonly email: string;
  readonly phone: string;
}

/** An amount of money in the currency's minor unit: pence, cents. A whole number, never negative. */
export interface Amount {
  readonly minorUnits: number;
  readonly currency: 'GBP' | 'EUR';
}

/** What every letter to somebody outside the organisation holds. */
export interface ToPerson {
  /** The day on which the letter is given: it chooses the complaint routes and the regulator (R31). */
  readonly on: CivilDate;
  /** BCP 47; English without it, and where no letter is written in it. */
  readonly language?: string;
  /** Large print: 18 point and more (RNIB clear print). */
  readonly isLarge?: boolean;
  readonly organisation: Organisation;
  readonly regulators: readonly [Regulator, ...Regulator[]];
  /** The name of the person written to. */
  readonly addressee: string;
  /** Theirs, lines apart by `\n`: it stands in the window of the envelope, and nowhere else. */
  readonly postalAddress?: string;
  /** The name of the person whose data it is, where the addressee acts for somebody else. */
  readonly actingFor?: string;
  /** The addressee asked for nothing: they were named to have the answer. */
  readonly onlyReceives?: boolean;
  /** Of the request or of the case. */
  readonly reference: string;
  readonly receivedOn: CivilDate;
}

/** About one case: one right of the request. */
export interface OfCase extends ToPerson {
  readonly right: CaseRight;
}
