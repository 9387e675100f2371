export { historyArchive } from './history-archive.js';
export { registerCheck } from './register-check.js';
export { registerRebuild } from './register-rebuild.js';
