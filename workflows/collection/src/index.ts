export { collection } from './collection.js';
