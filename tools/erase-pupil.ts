import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import type { ErasureList, Storage } from '@bridgeboard/storage';

import { applyErasures } from '../apps/server/src/apply-erasures.ts';
import { BackupFailure } from '../apps/server/src/backup/backup-failure.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { openErasures, openStore, openStoreOfNow, type StorePlace } from '../apps/server/src/open-store.ts';
import { findPupils } from './stores/find-pupils.ts';
import { withStore } from './stores/with-store.ts';
import { runCommand, WrongUsage } from './stores/run-command.ts';

const usage = `Usage: pnpm erase-pupil ID            takes everything this pupil made away, for good
       pnpm erase-pupil --find NAME   tells the ids of pupils of that name`;

const done =
  'Everything that this pupil made is gone. Backups from before still have it: see docs/operations/backup.md.';
/** How long a running server is given to carry it out, and how often it is looked whether it has, in ms. */
const patience = { giveUpMs: 120_000, lookMs: 1_000 } as const;

/** `pnpm erase-pupil`: asks the server that is running, or does it itself where none is. */
await runCommand(usage, async (args) => {
  const { values, positionals } = parsed(args);
  const [id, ...others] = positionals;
  const place = readConfig();
  if (values.find !== undefined && id === undefined) {
    const found = await readFrom(place, (storage) => findPupils(storage, values.find ?? ''));
    console.log(found.length === 0 ? 'There is no pupil of that name.' : found.join('\n'));
    return;
  }
  if (id === undefined || others.length > 0 || values.find !== undefined) throw new WrongUsage();
  await erase(place, id);
});

async function erase(place: StorePlace & { readonly s3Url: string | null }, id: string): Promise<void> {
  if (place.mongoUrl !== null) return withStore(openStore(place), null, ({ storage }) => askFor(storage, id));
  const opened = await openStore(place).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'CannotOpenStorage' && error.message.includes('is running'))
      return null;
    throw error;
  });
  if (opened === null) return askRunningServer(place, id);
  await withStore(Promise.resolve(opened), place.s3Url, async (store) => {
    await checkKnown(store.storage, id);
    await applyErasures(store, [{ id, kind: 'person', askedAt: Date.now(), doneAt: null }], () => Date.now());
    console.log(done);
  });
}

async function askRunningServer(place: StorePlace, id: string): Promise<void> {
  await readFrom(place, (storage) => checkKnown(storage, id));
  const { erasures, close } = await openErasures(place.dataDir);
  try {
    await askAndWait(erasures, id);
  } finally {
    close();
  }
}

async function askFor(storage: Storage, id: string): Promise<void> {
  await checkKnown(storage, id);
  await askAndWait(storage.erasures, id);
}

async function askAndWait(erasures: ErasureList, id: string): Promise<void> {
  await erasures.put({ id, kind: 'person', askedAt: Date.now(), doneAt: null });
  for (let waited = 0; waited < patience.giveUpMs; waited += patience.lookMs) {
    await wait(patience.lookMs);
    const one = (await erasures.all()).find((each) => each.id === id);
    if (one !== undefined && one.doneAt !== null) {
      console.log(done);
      return;
    }
  }
  throw new BackupFailure('No server has carried it out yet: it is done at the next start, before anybody is served.');
}

async function checkKnown({ directory, erasures }: Storage, id: string): Promise<void> {
  const isListed = (await erasures.all()).some((one) => one.id === id);
  if (!isListed && (await directory.pupil(id)) === null)
    throw new BackupFailure(`There is no pupil with the id ${id}.`);
}

async function readFrom<Result>(place: StorePlace, read: (storage: Storage) => Promise<Result>): Promise<Result> {
  return withStore(openStoreOfNow(place), null, ({ storage }) => read(storage));
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { find: { type: 'string' } } });
  } catch {
    throw new WrongUsage();
  }
}
