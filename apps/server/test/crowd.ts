import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { HttpPerson, RawClient, type RawOptions } from '@bridgeboard/testkit';

import { readConfig } from '../src/config.ts';
import { openLessonWithSessions, type LessonWithSessions } from '../src/lesson-with-sessions.ts';
import { worldOf } from '../src/world.ts';
import { freshFolder, startInProcess, type ServerInProcess } from './server-in-process.ts';
import { ServerProcess } from './server-process.ts';

/** Somebody of a crowd, signed in. */
export interface Somebody {
  readonly http: HttpPerson;
  readonly id: string;
  readonly role: 'staff' | 'pupil';
  readonly school: string;
}

interface Wish {
  readonly pupils: number;
  readonly schools?: number;
  readonly mode?: 'held' | 'own-school' | 'open';
}

/** A server with one board and as many people as a test wants, all signed in and let in. */
export class Crowd<Server extends { readonly url: string } & AsyncDisposable = ServerInProcess> {
  readonly server: Server;
  readonly board: string;
  /** The teachers first, one of each school; then pupils, school by school. */
  readonly people: readonly Somebody[];
  readonly #schools: readonly string[];
  readonly #clients: RawClient[] = [];
  readonly #folder: AsyncDisposable;

  constructor({ server, lesson, folder }: { server: Server; lesson: LessonWithSessions; folder: AsyncDisposable }) {
    this.server = server;
    this.board = lesson.board;
    this.#schools = lesson.schools;
    this.#folder = folder;
    this.people = lesson.people.map(({ id, role, school, cookie }) => {
      return { id, role, school, http: new HttpPerson(server.url, cookie) };
    });
  }

  /** The teacher and the pupils of one school. */
  of(school: 0 | 1 | 2): { readonly teacher: Somebody; readonly pupils: readonly Somebody[] } {
    const [teacher, ...pupils] = this.people.filter((person) => person.school === this.#schools[school]);
    if (!teacher) throw new Error('no such school in this crowd');
    return { teacher, pupils };
  }

  /** On the board, with a snapshot; or a client that says why not. */
  async join(who: Somebody, options: RawOptions = {}): Promise<RawClient> {
    const client = new RawClient(who.http, options);
    this.#clients.push(client);
    return client.join(this.board);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#clients) await client.close();
    await this.server[Symbol.asyncDispose]();
    await this.#folder[Symbol.asyncDispose]();
  }
}

/** The server in the test's own process, with a clock that can be moved. */
export async function startCrowd(wish: Wish, env: Readonly<Record<string, string>> = {}): Promise<Crowd> {
  const { folder, lesson } = await prepare(wish);
  const server = await startInProcess({ DEMO: '0', ...env, DATA_DIR: folder.path });
  return new Crowd({ server, lesson, folder });
}

/** The server as a process of its own, for what might end it. */
export async function startCrowdOutside(
  wish: Wish,
  env: Readonly<Record<string, string>> = {},
): Promise<Crowd<ServerProcess>> {
  const { folder, lesson } = await prepare(wish);
  const server = await ServerProcess.start({ DEMO: '0', ...env, DATA_DIR: folder.path });
  return new Crowd({ server, lesson, folder });
}

/** The people do not go through doors and picture PINs, which other tests are about. */
async function prepare(wish: Wish): Promise<{
  folder: AsyncDisposable & { readonly path: string };
  lesson: LessonWithSessions;
}> {
  const folder = await freshFolder();
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', DEMO: '0', DATA_DIR: folder.path });
  const storage = await openSqliteStorage({ dataDir: folder.path });
  const parts = { config, storage, world: worldOf(config, {}) };
  const lesson = await openLessonWithSessions(parts, { schools: 2, mode: 'held', ...wish });
  await storage.close();
  return { folder, lesson };
}
