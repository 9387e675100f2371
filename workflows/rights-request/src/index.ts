export { rightsRequest } from './rights-request.js';
