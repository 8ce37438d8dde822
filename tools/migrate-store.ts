import { resolve } from 'node:path';

import { BackupFailure } from '../apps/server/src/backup/backup-failure.ts';
import { bringKey } from '../apps/server/src/backup/bring-key.ts';
import { moveStore } from '../apps/server/src/backup/move-store.ts';
import { markFinished, markUnfinished } from '../apps/server/src/backup/unfinished.ts';
import { isEmptyStore } from '../apps/server/src/whole-store.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { openStore, type StorePlace } from '../apps/server/src/open-store.ts';
import { withStore } from './stores/with-store.ts';
import { runCommand, WrongUsage } from './stores/run-command.ts';

const usage = `Usage: pnpm migrate-store FROM TO   where each is sqlite:FOLDER, mongodb://..., or mongo for what MONGO_URL says
  The server must be stopped. TO must be empty; FROM stays as it is.`;

/** `pnpm migrate-store`: everything from one store into another, compared afterwards. */
await runCommand(usage, async (args) => {
  const [from, to, ...others] = args.map(placeOf);
  if (!from || !to || others.length > 0) throw new WrongUsage();
  const { s3Url } = readConfig();
  await withStore(openStore(from), s3Url, (source) =>
    withStore(openStore(to), s3Url, async (target) => {
      const { kind } = target.storage;
      if (!(await isEmptyStore(target))) throw new BackupFailure('The store to move to is not empty.');
      await bringKey(from.dataDir, to.dataDir);
      await markUnfinished(to.dataDir, kind);
      const moved = await moveStore(source, target, () => Date.now());
      await markFinished(to.dataDir, kind);
      console.log(`All is there and alike: ${moved.map(({ name, count }) => `${count} ${name}`).join(', ')}.`);
      console.log('Start the server on the new store. Everybody has to sign in again.');
    }),
  );
});

function placeOf(text: string): StorePlace {
  const { dataDir, mongoUrl } = readConfig();
  // An address that holds a password is better kept out of a terminal's history.
  if (text === 'mongo' && mongoUrl !== null) return { mongoUrl, dataDir };
  if (/^mongodb(?:\+srv)?:\/\//.test(text)) return { mongoUrl: text, dataDir };
  const folder = /^sqlite:(.+)$/.exec(text)?.[1];
  if (folder === undefined) throw new WrongUsage();
  return { mongoUrl: null, dataDir: resolve(folder) };
}
