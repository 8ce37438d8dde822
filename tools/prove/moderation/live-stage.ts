import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { HttpPerson, RawClient, Streamer } from '@bridgeboard/testkit';

import type { ServerProcess } from '../../bench/servers/server-process.ts';
import { makeSessions } from '../../sessions/make-sessions.ts';
import { startServer } from '../kill/start-server.ts';
import { workEveryMs, type AtWork, type Somebody, type Stage } from './stage.ts';

/** A burst closes five seconds after its last edit (MOD1). */
const burstMs = 5_500;

/** The real server in a process of its own, and sixty people of two schools at work on one board of it. */
export class LiveStage implements Stage, AsyncDisposable {
  readonly board: string;
  readonly atWork: AtWork[] = [];
  readonly #server: ServerProcess;
  readonly #folder: string;
  readonly #clients = new Set<RawClient>();

  private constructor(parts: { board: string; server: ServerProcess; folder: string }) {
    this.board = parts.board;
    this.#server = parts.server;
    this.#folder = parts.folder;
  }

  static async open(): Promise<LiveStage> {
    const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-moderation-'));
    const lesson = await makeSessions({ dataDir: folder, schools: 2, pupils: 58, mode: 'open' });
    const server = await startServer({ dataDir: folder, mongoUrl: undefined }, { MAX_SOCKETS_PER_SESSION: '50' });
    const stage = new LiveStage({ board: lesson.board, server, folder });
    for (const [at, { id, role, school, cookie }] of lesson.people.entries()) {
      const who = { id, role, school, http: new HttpPerson(server.url, cookie) };
      const stream = await new Streamer(await stage.join(who), at).begin(workEveryMs);
      stage.atWork.push({ who, stream });
    }
    return stage;
  }

  async join(who: Somebody): Promise<RawClient> {
    const client = new RawClient(who.http);
    this.#clients.add(client);
    return client.join(this.board);
  }

  /** From outside only the asking is known, which is earlier: what is measured is a little too much. */
  tookHold(askedAt: number): number {
    return askedAt;
  }

  async closeBursts(): Promise<void> {
    await wait(burstMs);
  }

  async letIn({ id, school }: Somebody): Promise<void> {
    const teacher = this.atWork.find(({ who }) => who.school === school)?.who;
    await teacher?.http.post(`/api/boards/${this.board}/admit`, { pupils: [id] });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { stream } of this.atWork) stream.stop();
    for (const client of this.#clients) await client.close();
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
