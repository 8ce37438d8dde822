import { parseArgs } from 'node:util';

import { checkAuditLog, type AuditVerdict } from '../apps/server/src/audit/check-audit-log.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { checkConcerns, type ConcernVerdict } from '../apps/server/src/safeguarding/check-concerns.ts';
import { openStoreOfNow } from '../apps/server/src/open-store.ts';
import { runCommand, WrongUsage } from './stores/run-command.ts';

const usage = `Usage: pnpm verify:audit [--had NUMBER:HASH]   reads the whole audit log and the log of reports of concern, and says whether they are as they were written
  --had: a line that an earlier check named; whoever can write the database can also write a whole new log, but not that line's hash
  (DATA_DIR and MONGO_URL say which store, as for the server, which may go on)`;

const said = {
  hole: 'is missing or out of its place',
  line: 'is not as it was written',
  network: 'names a network that was not there',
  end: 'is not the end that was noted: lines are missing, or others stand in their place',
} as const;

const saidOfReports = {
  hole: 'is missing or out of its place',
  line: 'is not as it was written',
  content: 'or one before it does not have what was sealed with it',
  end: 'is not the end that was noted',
} as const;

/** `pnpm verify:audit`: ends with 0 for a whole log, with 1 where it is broken. */
await runCommand(usage, async (args) => {
  const had = parsed(args);
  const { mongoUrl, dataDir } = readConfig();
  const storage = await openStoreOfNow({ mongoUrl, dataDir });
  try {
    const verdict = await checkAuditLog(storage.audit);
    const [line] = had === null ? [] : await storage.audit.read(had.number, 1);
    tellReports(await checkConcerns(storage.concerns));
    tell(verdict, line?.line.number === had?.number && line?.line.hash === had?.hash ? null : had);
  } finally {
    await storage.close();
  }
});

function tellReports({ head, fault }: ConcernVerdict): void {
  if (fault === null) {
    if (head.number > 0)
      console.log(`The log of reports is whole: ${head.number} lines, the last one ${head.number}:${head.hash}.`);
    return;
  }
  process.exitCode = 1;
  console.error(`The log of reports is broken: line ${head.number + 1} ${saidOfReports[fault]}.`);
}

function tell({ head, fault }: AuditVerdict, other: { number: number } | null): void {
  if (fault === null && other === null) {
    console.log(`The audit log is whole: ${head.number} lines, the last one ${head.number}:${head.hash}.`);
    return;
  }
  process.exitCode = 1;
  if (fault !== null) console.error(`The audit log is broken: line ${head.number + 1} ${said[fault]}.`);
  if (other !== null)
    console.error(`The audit log is another one: line ${other.number} is not the one that was named.`);
}

function parsed(args: string[]): { number: number; hash: string } | null {
  const named = read(args);
  if (named === undefined) return null;
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(named) ?? [];
  if (number === undefined || hash === undefined) throw new WrongUsage();
  return { number: Number(number), hash };
}

function read(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { had: { type: 'string' } } }).values.had;
  } catch {
    throw new WrongUsage();
  }
}
