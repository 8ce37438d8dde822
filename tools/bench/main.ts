import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { allCases, measureFanout, quickCases } from './fanout/measure.ts';
import type { FanoutCase, FanoutLine } from './fanout/measure.ts';
import type { FanoutResult } from './fanout/run-fanout.ts';
import { readOptions, usage } from './options.ts';
import type { BenchOptions } from './options.ts';
import { allParts } from './parts/all-parts.ts';
import type { Part } from './parts/part.ts';
import { benchmarksPage } from './report/benchmarks-page.ts';
import type { PartOutcome } from './report/benchmarks-page.ts';
import { fanoutTable } from './report/fanout-table.ts';
import { readSurroundings } from './report/machine.ts';
import { reachedBy } from './report/targets.ts';
import { decimals, percent, textTable } from './report/text-table.ts';

const page = join(import.meta.dirname, '../../docs/benchmarks.md');

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function sayRun({ server, row, sessions, drawers }: FanoutCase, result: FanoutResult): void {
  const { serverCpu, p95Ms, kBpsPerClient, delivered, loadCpu, complaints } = result;
  const figures = [`CPU ${percent(serverCpu, 1)}`, `p95 ${decimals(p95Ms)} ms`, `${decimals(kBpsPerClient, 1)} kB/s`];
  const rest = [`delivered ${percent(delivered, 2)}`, `load CPU ${percent(loadCpu)}`];
  say(`${server} ${row} ${sessions}/${drawers}: ${[...figures, ...rest].join(', ')}`);
  for (const [words, times] of complaints) say(`  ${times} × ${words}`);
}

/** The figures of the row that the ratio comes from, as other programs read them. */
function fanoutSummary(lines: readonly FanoutLine[]) {
  const line = lines.find(({ server, row, sessions }) => server === 'bridgeboard' && row === 'open' && sessions === 60);
  if (line === undefined) return {};
  const { row, sessions, drawers, cpuRatioVsTldraw, p95Ms, kBpsPerClient, delivered, ...more } = line;
  return { fanout: { row, sessions, drawers, cpuRatioVsTldraw, p95Ms, kBpsPerClient, delivered, ...more } };
}

/** One part's trouble, for example a machine without a browser, must not cost the others their figures. */
async function runPart(part: Part): Promise<PartOutcome> {
  say(`${part.title} …`);
  try {
    const result = await part.run();
    console.log(`\n${part.title}\n${textTable(result.head, result.lines)}`);
    return { part, result };
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { part, result: { failed: error instanceof Error ? error.message : String(error) } };
  }
}

async function measure({ quick, only, runs }: BenchOptions): Promise<{ lines: FanoutLine[]; outcomes: PartOutcome[] }> {
  const wanted = (name: string): boolean => only === null || only.includes(name);
  const cases = quick ? quickCases : wanted('fan-out') ? allCases : [];
  const lines = await measureFanout(cases, { runs: quick ? 1 : runs, onRun: sayRun });
  if (lines.length > 0) console.log(fanoutTable(lines));
  const outcomes: PartOutcome[] = [];
  for (const part of quick ? [] : allParts) {
    outcomes.push(wanted(part.name) ? await runPart(part) : { part, result: { failed: 'left out of this run.' } });
  }
  return { lines, outcomes };
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    say(usage);
    return 2;
  }
  const surroundings = readSurroundings(new Date());
  const { lines, outcomes } = await measure(options);
  const parts = Object.fromEntries(
    outcomes.map(({ part, result }) => [part.name, 'failed' in result ? result : result.figures]),
  );
  const measured = { lines, parts };
  const figures = { ...surroundings, ...fanoutSummary(lines), table: lines, ...parts, targets: reachedBy(measured) };
  if (options.json !== null) await writeFile(resolve(options.json), `${JSON.stringify(figures, null, 1)}\n`);
  // A page without the table that the rest is about would be none.
  if (!options.quick && lines.length > 0)
    await writeFile(page, benchmarksPage({ surroundings, runs: options.runs, lines, outcomes, measured }));
  return 0;
}

// By way of an orderly exit, so that the servers it started end too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.exitCode = await main(process.argv.slice(2));
