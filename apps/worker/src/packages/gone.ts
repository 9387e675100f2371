/** What the package was to be made of has been erased: there is nothing to build, and nothing to wait for. */
export class Gone extends Error {
  override readonly name = 'Gone';

  constructor() {
    super('What this package was to hold has been erased.');
  }
}
