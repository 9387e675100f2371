/** A package of a case's data; what goes in and how far it is stands in the register. */
export interface PackageToBuild {
  readonly packageId: string;
}

/** `failed`: it can never be built as it is, and the register says why. */
export type PackageStep = 'done' | 'failed';

/** What building a package asks of the world; each may be asked again without harm, and what is written is not written again. */
export interface PackageActivities {
  /** Decides which files the package has. @returns how many, or that it can never be built */
  planPackage(toBuild: PackageToBuild): Promise<{ readonly parts: number } | 'failed'>;
  /** Writes one file, sealed, into the store. @param part from 1 */
  writePart(toBuild: PackageToBuild & { readonly part: number }): Promise<PackageStep>;
  /** Puts the files together, and removes them. */
  assemblePackage(toBuild: PackageToBuild): Promise<PackageStep>;
}

/** A package on its way to another controller; where to, and how far it is, stands in the register. */
export interface TransferToSend {
  readonly deliveryId: string;
}

export interface TransferActivities {
  /** Sends what the receiver does not hold yet, and proves its receipt. @returns whether anything is left to try */
  sendPackage(toSend: TransferToSend): Promise<'settled'>;
}
