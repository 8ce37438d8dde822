export { openSqliteStorage } from './open.ts';
export { openSqliteSnapshot } from './open-snapshot.ts';
export { openErasuresBeside } from './open-erasures.ts';
