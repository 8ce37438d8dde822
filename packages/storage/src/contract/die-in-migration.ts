import { migrate } from '../sqlite/migrate.ts';
import { allMigrations } from '../sqlite/migrations/all-migrations.ts';
import { openDatabase } from '../sqlite/open-database.ts';

/**
 * A process for one test: takes the steps of the layout up to one, and is killed in it after so many statements. Called
 * with file, number of the step, and number of statements.
 */
const [file = '', version, after] = process.argv.slice(2);
const database = openDatabase(file);
database.function('die', () => {
  process.kill(process.pid, 'SIGKILL');
  return 0;
});
const steps = allMigrations.slice(0, Number(version));
const last = steps.pop();
if (last === undefined) throw new Error('there is no such step');
const statements = last.sql.split(';').filter((statement) => statement.trim() !== '');
statements.splice(Number(after), 0, 'SELECT die()');
migrate(database, [...steps, { version: last.version, sql: statements.join(';') }]);
