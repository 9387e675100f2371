export { buildPackage } from './build-package.js';
