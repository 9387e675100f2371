import type { CaseId } from './names.js';

const { floor, imul } = Math;

/**
 * A case's place in the window over which moments are spread, in milliseconds, 0 to below the window. Fixed by its id (FNV-1a),
 * because all cases due on a day end at the same midnight.
 */
export function placeInWindow(caseId: CaseId, windowSeconds: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < caseId.length; index += 1) {
    hash = imul(hash ^ caseId.charCodeAt(index), 0x01000193) >>> 0;
  }
  // The last characters must reach the highest bits as well, or ids that differ little stand side by side (murmur3's finish).
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  return floor((hash / 0x1_0000_0000) * windowSeconds * 1000);
}
