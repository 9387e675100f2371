export { serveThread } from './print/thread.js';
