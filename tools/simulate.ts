import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import { reportOf, coverageOf } from './simulate/report.ts';
import { runAll } from './simulate/run-all.ts';

const usage = `pnpm simulate [--histories N] [--seed S] [--steps M] [--from K] [--only K] [--workers W] [--json FILE]

Plays seeded histories of one board: the real server engine, several real browsers' sync clients, a store that fails and
a network that breaks, in virtual time. A long run says how far it is, and one that was stopped goes on with --from. Tells the seed, what was wrong, and a shrunk history of each failure, which is kept
as a fixture and played again by the unit tests.`;

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    steps: { type: 'string', default: '300' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function wholeNumber(name: 'histories' | 'seed' | 'steps' | 'from' | 'only' | 'workers'): number {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} wants a whole number`);
  return value;
}

async function main(): Promise<number> {
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [seed, steps] = [wholeNumber('seed'), wholeNumber('steps')];
  const from = wholeNumber(values.only === undefined ? 'from' : 'only');
  const count = values.only === undefined ? wholeNumber('histories') : 1;
  console.log(`seed ${seed}: ${count} histories from number ${from} on, of up to ${steps} steps`);
  const startedAt = performance.now();
  const results = await runAll(
    { seed, steps, from, count, workers: Math.max(1, wholeNumber('workers')) },
    ({ histories, wrong }) => console.error(`${histories} histories, ${wrong} alarms`),
  );
  const report = reportOf(results, { seed, seconds: (performance.now() - startedAt) / 1_000 });
  for (const line of coverageOf(results)) console.log(line);
  console.log(JSON.stringify(report, null, 2));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report)}\n`);
  return report.failed > 0 ? 1 : 0;
}

process.exitCode = await main();
