export {
  letterCommittedAs,
  type Commitments,
  type Committed,
  type CommittedUnder,
  type LetterProved,
} from './commitments.js';
export type { CopyPlace } from './copy-place.js';
export { isErased, type Erased } from './erased.js';
export type { AcceptedOf, KeyDestroyed } from './key-destruction.js';
export { KeyMissing } from './key-store.js';
export { CopyKeys } from './migrations/copy-keys.js';
export { keysRole, KeysTables } from './migrations/keys-tables.js';
export { PersonNeeds } from './migrations/person-needs.js';
export { VaultTables } from './migrations/vault-tables.js';
export { personRoles, type People, type Person, type PersonRole } from './person.js';
export type { HashPurpose } from './purposes.js';
export { DoesNotOpen } from './sealing.js';
export {
  Vault,
  type DocumentPlace,
  type LetterSeals,
  type OwnKind,
  type SealedRows,
  type VaultOptions,
  type WordsToStore,
} from './vault.js';
