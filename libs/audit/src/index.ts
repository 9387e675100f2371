export { canonicalJson } from './canonical-json.js';
export { commitmentTo, openingOf, opensTo } from './commitment.js';
export { hashOfEntry, hexHashOfEntry, leafOf, type LoggedEntry } from './entry.js';
export { Frontier, type Node } from './frontier.js';
export { emptyRoot, leafHash, nodeHash } from './hashing.js';
export { consistencyPath, hashesOf, inclusionPath, placesIn } from './proofs.js';
export { joined, placesOf, type Place, type Range } from './ranges.js';
export { readReceipt, signReceipt, type Receipt } from './receipt.js';
export {
  judgeNote,
  readKey,
  signingKey,
  writtenKey,
  type PublicKey,
  type ReadNote,
  type SigningKey,
} from './signed-note.js';
export { signingKeysFrom } from './signing-keys.js';
export { readHead, signHead, type TreeHead } from './tree-head.js';
export { isConsistent, isIncluded, type Grown, type Included } from './verifying.js';
