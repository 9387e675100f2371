export { Database, type DatabaseOptions, type Migration } from './database.js';
export { DatabaseError, isAlreadyThere, isDatabaseAway } from './database-error.js';
export { applicationRole, roleMade } from './grants.js';
export { Together } from './together.js';
export { json, JsonValue, type Sql, type SqlValue } from './sql.js';
