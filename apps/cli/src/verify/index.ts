export { readBundle, type Bundle, type ProvedEntry } from './bundle-file.js';
export { judgeBundle } from './judge-bundle.js';
