/** Why a package that came from outside is not taken. */
export type PackageFault =
  | 'not-a-package'
  | 'unsafe-name'
  | 'not-a-plain-file'
  | 'expands-too-far'
  | 'not-as-listed'
  | 'not-readable'
  | 'infected';

/** The package is not taken, for one reason. It says nothing of what is in it. */
export class PackageRefused extends Error {
  override readonly name = 'PackageRefused';

  constructor(readonly because: PackageFault) {
    super(`The package is not taken (${because}).`);
  }
}
