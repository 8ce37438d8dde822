import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { erasedElsewhere } from '../apps/server/src/backup/erased-elsewhere.ts';
import { readBackup } from '../apps/server/src/backup/read-backup.ts';
import { restoreBackup } from '../apps/server/src/backup/restore-backup.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { openStore } from '../apps/server/src/open-store.ts';
import { withStore } from './stores/with-store.ts';
import { runCommand, WrongUsage } from './stores/run-command.ts';

const usage = `Usage: pnpm restore DIR [--erasures OTHER_BACKUP]...
  (DATA_DIR, MONGO_URL and S3_URL say into which store, as for the server, which must be stopped; the store must be empty)`;

/** `pnpm restore`: checks a backup whole, then writes it into an empty store, and erases again whoever is to be erased. */
await runCommand(usage, async (args) => {
  const { values, positionals } = parsed(args);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new WrongUsage();
  const { mongoUrl, dataDir, s3Url } = readConfig();
  const backup = await readBackup(folder);
  const named = (values.erasures ?? []).map((path) => resolve(path));
  const { erased, unread } = await erasedElsewhere(backup, named);
  for (const other of unread)
    console.error(`The backup ${other} cannot be read: whoever it names as erased is not known.`);
  await withStore(openStore({ mongoUrl, dataDir }), s3Url, (store) =>
    restoreBackup(store, { backup, dataDir, erased, now: () => Date.now() }),
  );
  const moment = new Date(backup.manifest.takenAt).toISOString();
  console.log(`Everything is back as it was at ${moment}. Start the server; everybody has to sign in again.`);
});

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { erasures: { type: 'string', multiple: true } } });
  } catch {
    throw new WrongUsage();
  }
}
