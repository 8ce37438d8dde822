import { parseArgs } from 'node:util';

import { writeBackup } from '../apps/server/src/backup/write-backup.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { openStoreOfNow } from '../apps/server/src/open-store.ts';
import { withStore } from './stores/with-store.ts';
import { runCommand, WrongUsage } from './stores/run-command.ts';

const usage =
  'Usage: pnpm backup DIR [--without-key]   (DATA_DIR, MONGO_URL and S3_URL say which store, as for the server)';

/** `pnpm backup`: everything as of this moment into a new folder; the server may go on. */
await runCommand(usage, async (args) => {
  const { values, positionals } = parsed(args);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new WrongUsage();
  const { mongoUrl, dataDir, s3Url } = readConfig();
  const keyFolder = values['without-key'] === true ? null : dataDir;
  const said = await withStore(openStoreOfNow({ mongoUrl, dataDir }), s3Url, (store) =>
    writeBackup(store, { folder, keyFolder, now: Date.now() }),
  );
  const counts = said.files.map(({ name, count }) => `${count} ${name}`).join(', ');
  console.log(`The backup ${folder} is whole: ${counts}.`);
  if (said.keySha256 !== null)
    console.log('It holds the instance key: whoever has it can read class codes. Keep it locked away.');
});

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { 'without-key': { type: 'boolean' } } });
  } catch {
    throw new WrongUsage();
  }
}
