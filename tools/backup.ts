import { parseArgs } from 'node:util';

import { writeBackup } from '../apps/server/src/backup/write-backup.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { tellSchools } from '../apps/server/src/backup/tell-schools.ts';
import { openAuditLog, openStoreOfNow, type StorePlace } from '../apps/server/src/open-store.ts';
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
  await tell({ mongoUrl, dataDir });
  const counts = said.files.map(({ name, count }) => `${count} ${name}`).join(', ');
  console.log(`The backup ${folder} is whole: ${counts}.`);
  if (said.keySha256 !== null)
    console.log('It holds the instance key: whoever has it can read class codes. Keep it locked away.');
});

/** After it: a store whose disk is full can be backed up all the same. */
async function tell(place: StorePlace): Promise<void> {
  try {
    const store = await openAuditLog(place);
    await tellSchools('store.backup', store, () => Date.now()).finally(() => store.close());
  } catch {
    console.error('The audit log could not be written, so no school reads there that this backup was made.');
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { 'without-key': { type: 'boolean' } } });
  } catch {
    throw new WrongUsage();
  }
}
