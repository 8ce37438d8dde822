import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ServerProcess } from '../../bench/servers/server-process.ts';
import { makeSessions } from '../../sessions/make-sessions.ts';
import { Crowd } from '../kill/crowd.ts';
import { pause } from '../kill/pause.ts';

const calls = 'pwrite64,pwritev,write,writev,sendto,sendmsg,fsync,fdatasync,ftruncate,fallocate,unlink';
const endsWithinMs = 30_000;

/** A server that was watched at every write and every wait for the disk until it was killed. */
export interface TracedRun {
  /** What strace wrote. */
  readonly trace: string;
  /** The data folder as the server used it. */
  readonly dataDir: string;
  /** A copy of the folder from before the server was started. */
  readonly before: string;
  readonly boards: readonly string[];
}

/** Lets a small crowd draw on a server on SQLite under strace until so many edits are answered, then kills it. */
export async function traceServer(wish: {
  readonly strace: string;
  /** An empty folder for everything. */
  readonly folder: string;
  readonly edits: number;
  readonly flags?: readonly string[];
}): Promise<TracedRun> {
  const { strace, folder, edits, flags = [] } = wish;
  const [dataDir, before, trace] = ['data', 'before', 'trace'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const lesson = await makeSessions({ dataDir, schools: 2, pupils: 6, mode: 'held' });
  await cp(dataDir, before, { recursive: true });
  // Everything as hexadecimal digits: whole, and without a second meaning.
  const under = [strace, '-D', '-f', '-q', '-y', '-xx', '-s', '4000000', '-e', `trace=${calls}`, '-o', trace];
  const env = { PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' };
  await using server = await ServerProcess.start({ file: 'apps/server/src/main.ts', flags, env, under });
  const crowd = new Crowd({ lessons: [lesson], folder, url: () => server.url, seed: 1 });
  const living = crowd.live();
  living.catch(() => undefined);
  while (crowd.answered < edits) await Promise.race([pause(10), living]);
  crowd.stop();
  await living;
  await server.stop('SIGKILL');
  await traceEnded(trace);
  return { trace, dataDir, before, boards: [lesson.board] };
}

/** strace runs on its own and writes down the end last. */
async function traceEnded(trace: string): Promise<void> {
  const deadline = performance.now() + endsWithinMs;
  const lastWords = async (): Promise<string> => (await readFile(trace, 'latin1')).slice(-400);
  while (!(await lastWords()).includes('+++ killed by SIGKILL +++')) {
    if (performance.now() > deadline) throw new Error('strace did not come to an end');
    await pause(50);
  }
}
