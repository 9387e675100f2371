export { judgeArchived } from './judge-archived.js';
export { judgeBundle } from './judge-bundle.js';
export { readBundle, type Bundle, type ProvedEntry } from './bundle-file.js';
