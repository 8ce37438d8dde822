import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { usageOf } from './bench/servers/process-usage.ts';
import { serverEnvironment } from './launcher/server-environment.mjs';

/** What an idle server may take once it has started, in MiB. */
const mostMiB = 110;
const restMs = 10_000;

const root = fileURLToPath(new URL('../', import.meta.url));
const main = 'apps/server/src/main.ts';
const mib = 1_024 * 1_024;

interface Figures {
  readonly readyMs: number;
  /** Ten seconds after it was ready. */
  readonly residentMiB: number;
  /** Time of the processor in those ten seconds, in ms. */
  readonly cpuMs: number;
}

const environment = (dataDir: string): NodeJS.ProcessEnv =>
  serverEnvironment(root, { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir });

/** Starts a server as `npm start` does, with the demo, and looks at it after ten seconds of rest. */
async function measure(dataDir: string): Promise<Figures> {
  const begun = performance.now();
  const child = spawn(process.execPath, [main], {
    cwd: root,
    env: environment(dataDir),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) if (line.startsWith('Bridgeboard is ready')) break;
  const readyMs = Math.round(performance.now() - begun);
  const pid = child.pid ?? 0;
  const before = usageOf(pid).cpuMs;
  await wait(restMs);
  const { residentBytes, cpuMs } = usageOf(pid);
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { readyMs, residentMiB: Math.round((residentBytes / mib) * 10) / 10, cpuMs: cpuMs - before };
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const dataDir = await mkdtemp(join(tmpdir(), 'bridgeboard-idle-'));
// As `npm start` does the first time.
await once(spawn(process.execPath, [main, '--prepare'], { cwd: root, env: environment(dataDir) }), 'exit');
const first = await measure(dataDir);
const later = await measure(dataDir);
await rm(dataDir, { recursive: true, force: true });
const holds = [first, later].every(({ residentMiB }) => residentMiB <= mostMiB);
const report = { first, later, mostMiB, holds };
console.log(JSON.stringify(report, null, 2));
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report)}\n`);
if (!report.holds) process.exitCode = 1;
