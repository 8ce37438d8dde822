import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newServerFolder } from '@bridgeboard/testkit';
import type { DemoPeople } from '@bridgeboard/testkit';

import { startServer } from '../src/compose.ts';
import type { RunningServer } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';

/** A clock that goes on by itself and can be moved forward. */
class MovableClock {
  #aheadMs = 0;

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  forward(ms: number): void {
    this.#aheadMs += ms;
  }
}

/** The real server within the test's own process, so that its clock can be moved and its store looked into. */
export interface ServerInProcess extends RunningServer {
  readonly clock: MovableClock;
  readonly dataDir: string;
  /** Everything it told people on standard output. */
  readonly printed: readonly string[];
  readonly demo: DemoPeople;
}

/** A folder that is removed with its scope. */
export async function freshFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'bridgeboard-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Starts on any free port with a folder of its own, or on a given one, which it leaves where it is. */
export async function startInProcess(env: Readonly<Record<string, string>> = {}): Promise<ServerInProcess> {
  const own = env['DATA_DIR'] === undefined ? await newServerFolder(env) : null;
  const dataDir = own ?? env['DATA_DIR'] ?? '';
  const clock = new MovableClock();
  const printed: string[] = [];
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir, ...env });
  const server = await startServer(config, { clock, print: (line) => void printed.push(line) });
  const line = printed.find((each) => each.startsWith('demo: '));
  const demo = (
    line === undefined ? { url: server.url, staff: [], classes: [] } : JSON.parse(line.slice(6))
  ) as DemoPeople;
  const close = async (): Promise<void> => {
    await server.close();
    if (own !== null) await rm(own, { recursive: true, force: true });
  };
  return { ...server, clock, dataDir, printed, demo, close, [Symbol.asyncDispose]: close };
}
