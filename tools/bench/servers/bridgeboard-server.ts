import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeSessions } from '../../sessions/make-sessions.ts';
import type { SessionsWish } from '../../sessions/make-sessions.ts';
import type { LoadPerson } from '../clients/load-client.ts';
import { ServerProcess } from './server-process.ts';

const program = 'apps/server/src/main.ts';

/** Our server with a board and people in a folder of its own: SQLite, gate, projection, journal and moderation as in a school. */
export class BridgeboardServer implements AsyncDisposable {
  readonly board: string;
  readonly people: readonly Omit<LoadPerson, 'draws'>[];
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  #process: ServerProcess;

  private constructor(parts: {
    board: string;
    people: readonly Omit<LoadPerson, 'draws'>[];
    folder: string;
    env: Readonly<Record<string, string>>;
    process: ServerProcess;
  }) {
    this.board = parts.board;
    this.people = parts.people;
    this.#folder = parts.folder;
    this.#env = parts.env;
    this.#process = parts.process;
  }

  /** `people` counts teachers too, one for each of the two schools. */
  static async start(wish: {
    readonly people: number;
    readonly mode: SessionsWish['mode'];
    readonly flags?: readonly string[];
    /** Options of the server beside those that the bench sets. */
    readonly env?: Readonly<Record<string, string>>;
  }): Promise<BridgeboardServer> {
    const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-bench-'));
    try {
      const schools = 2;
      const lesson = await makeSessions({ dataDir: folder, schools, pupils: wish.people - schools, mode: wish.mode });
      const people = lesson.people.map(({ role, school, cookie }, number) => ({
        number,
        role,
        school: lesson.schools.indexOf(school),
        cookie,
      }));
      // All of the load comes from one address.
      const sockets = { MAX_SOCKETS: '5000', MAX_SOCKETS_PER_NETWORK: '5000' };
      const env = { PORT: '0', DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'warn', ...sockets, ...wish.env };
      const process = await ServerProcess.start({ file: program, flags: wish.flags ?? [], env });
      return new BridgeboardServer({ board: lesson.board, people, folder, env, process });
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get url(): string {
    return this.#process.url;
  }

  get process(): ServerProcess {
    return this.#process;
  }

  /**
   * Stops it in order and starts it again on the same folder and port; says how long each took since the call, in ms.
   * `meanwhile` has the folder to itself in between.
   */
  async restart({
    flags = [],
    meanwhile,
  }: {
    flags?: readonly string[];
    meanwhile?: (dataDir: string) => Promise<void>;
  } = {}): Promise<{ stoppedAfterMs: number; readyAfterMs: number }> {
    const asked = performance.now();
    await this.#process.stop();
    const stoppedAfterMs = performance.now() - asked;
    await meanwhile?.(this.#folder);
    const env = { ...this.#env, PORT: new URL(this.url).port };
    this.#process = await ServerProcess.start({ file: program, flags, env });
    return { stoppedAfterMs, readyAfterMs: performance.now() - asked };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
