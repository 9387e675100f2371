export { buildPackage } from './build-package.js';
export { sendStraight } from './send-straight.js';
