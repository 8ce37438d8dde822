export { openSqliteStorage } from './open.ts';
