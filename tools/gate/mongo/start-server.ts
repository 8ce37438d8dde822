import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endGroup } from '../run-program.ts';

const stopWithinMs = 5_000;

export interface ServerProcess {
  /** `host:port` */
  readonly address: string;
  /** Ends the process, waits for it and removes its folder. */
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * Starts a database program on a free port with a folder of its own, which goes with it. What it prints is kept in
 * test-results, for a look when a test blames the server.
 */
export async function startServer(spec: {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly program: string;
  readonly argsFor: (port: number, folder: string) => readonly string[];
}): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-mongo-'));
  const port = await freePort();
  await mkdir(join(spec.root, 'test-results'), { recursive: true });
  const log = createWriteStream(join(spec.root, 'test-results', 'mongo.log'));
  const child = spawn(spec.program, spec.argsFor(port, folder), {
    cwd: folder,
    env: spec.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    address: `127.0.0.1:${port}`,
    async stop() {
      endGroup(child, 'SIGTERM');
      const force = setTimeout(() => endGroup(child, 'SIGKILL'), stopWithinMs);
      await ended;
      clearTimeout(force);
      log.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
