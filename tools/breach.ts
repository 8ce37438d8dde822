import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { BreachQuestion } from '@bridgeboard/protocol';

import { BackupFailure } from '../apps/server/src/backup/backup-failure.ts';
import { breachReport, readBreachQuestion, type SchoolReport } from '../apps/server/src/breach-report.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { openStoreOfNow, type StorePlace } from '../apps/server/src/open-store.ts';
import { runCommand, WrongUsage } from './stores/run-command.ts';
import { withStore } from './stores/with-store.ts';

const usage = `Usage: pnpm breach --from TIME --until TIME --account ID | --board ID [--as staff|guest] --json FILE [--data DIR]
  says which pupils are affected, with which of their data, where an account was in wrong hands or a board was seen by somebody who should not have
  TIME: 2026-11-30T09:00Z, or with an offset; --as guest: seen with the link of a guest
  (DATA_DIR and MONGO_URL say which store, as for the server, which may go on)`;

/** `pnpm breach`: the file has names, and nobody but its owner may read it. */
await runCommand(usage, async (args) => {
  const { question, json, dataDir } = parsed(args);
  const { mongoUrl, dataDir: usual } = readConfig();
  const reports = await reportFrom({ mongoUrl, dataDir: dataDir === undefined ? usual : resolve(dataDir) }, question);
  if (reports.length === 0) throw new BackupFailure('There is no such account and no such board.');
  await writeFile(resolve(json), `${JSON.stringify({ question, reports }, null, 1)}\n`, { mode: 0o600 });
  for (const { school, pupils, others } of reports) {
    console.log(`${school.name}: ${pupils.length} pupils are affected.`);
    for (const other of others) console.log(`  ${other.name} is to be told too: ${other.pupils.length} pupils.`);
  }
});

async function reportFrom(place: StorePlace, question: BreachQuestion): Promise<SchoolReport[]> {
  return withStore(openStoreOfNow(place), null, ({ storage }) => breachReport(storage, question));
}

interface Wishes {
  readonly question: BreachQuestion;
  readonly json: string;
  readonly dataDir: string | undefined;
}

function parsed(args: string[]): Wishes {
  const { from, until, account, board, as = 'staff', json, data } = read(args);
  if (json === undefined || (account === undefined) === (board === undefined)) throw new WrongUsage();
  const of = account === undefined ? { kind: 'board', id: board, as } : { kind: 'account', id: account };
  const question = readBreachQuestion({ of, from: Date.parse(from ?? ''), until: Date.parse(until ?? '') });
  if (question === null) throw new WrongUsage();
  return { question, json, dataDir: data };
}

function read(args: string[]) {
  const text = { type: 'string' } as const;
  const options = { from: text, until: text, account: text, board: text, as: text, json: text, data: text };
  try {
    return parseArgs({ args, options }).values;
  } catch {
    throw new WrongUsage();
  }
}
