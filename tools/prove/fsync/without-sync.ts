/*
 * Loaded before a server: its databases do not wait for the disk, whatever they are told. A proof that this goes unnoticed
 * would prove nothing.
 */
import { DatabaseSync } from 'node:sqlite';

type Exec = (this: DatabaseSync, sql: string) => void;

const exec = Reflect.get(DatabaseSync.prototype, 'exec') as Exec;

DatabaseSync.prototype.exec = function execWithoutWaiting(sql: string): void {
  exec.call(this, sql.replace(/synchronous = \w+/i, 'synchronous = OFF'));
};
