export { openSqliteStorage } from './open.ts';
export { openSqliteSnapshot } from './open-snapshot.ts';
export { openBeside, type BesideStore } from './open-beside.ts';
