import { Dice } from '@bridgeboard/testkit';

import type { LessonWithSessions } from '../../../apps/server/src/lesson-with-sessions.ts';
import { ServerProcess } from '../../bench/servers/server-process.ts';
import { makeSessions } from '../../sessions/make-sessions.ts';
import { freshFolder, type ProofStore } from '../stores/proof-store.ts';
import { Crowd } from './crowd.ts';
import type { Judgement } from './board-case.ts';
import { judgeBoard } from './judge.ts';
import { pause } from './pause.ts';
import { readBoards } from './read-boards.ts';

const program = 'apps/server/src/main.ts';
/** A life of the server ends so many ms after half of the crowd has been answered again. */
const life = { leastMs: 300, spreadMs: 300 } as const;
const answersWithinMs = 60_000;
const modes = ['held', 'open', 'own-school', 'held'] as const;

export interface KillLoop {
  readonly store: ProofStore;
  readonly rounds: number;
  readonly seed: number;
  /** One to four, each in another mode. */
  readonly boards: number;
  /** Pupils in all. */
  readonly pupils: number;
  /** Told after each round how many edits have been answered. */
  readonly onRound?: (round: number, answered: number) => void;
}

export interface KillResult extends Judgement {
  readonly databaseKills: number;
}

/** Kills the server again and again while a crowd draws, and compares in the end what was answered with what is there. */
export async function runKillLoop(loop: KillLoop): Promise<KillResult> {
  const { store, rounds, seed, onRound } = loop;
  const lessons = await makeLessons(loop);
  const boards = lessons.map(({ board }) => board);
  const before = await readBoards(store, boards);
  await using folder = await freshFolder();
  await using server = await MortalServer.start(store);
  const crowd = new Crowd({ lessons, folder: folder.path, url: () => server.url, seed });
  const living = crowd.live();
  // It is awaited in the end; until then nobody listens.
  living.catch(() => undefined);
  const dice = new Dice(seed);
  let databaseKills = 0;
  for (let round = 1; round <= rounds; round += 1) {
    await crowdIsBack(crowd, living);
    await pause(life.leastMs + dice.int(life.spreadMs));
    const withDatabase = store.killDatabase !== null && dice.once(2);
    if (withDatabase) databaseKills += 1;
    await server.dieAndComeBack({ withDatabase });
    onRound?.(round, crowd.answered);
  }
  crowd.stop();
  const trouble = await living.then(() => null, String);
  await server.die();
  const after = await readBoards(store, boards);
  const judgements = crowd.stories().map((story, at) => {
    return judgeBoard({ ...story, since: before[at]?.length ?? 0, entries: after[at] ?? [] });
  });
  const faults = [...store.faults(), ...(trouble === null ? [] : [trouble])];
  return { ...addUp(judgements), databaseKills, lost: [...faults, ...judgements.flatMap(({ lost }) => lost)] };
}

async function makeLessons({ store, boards, pupils }: KillLoop): Promise<LessonWithSessions[]> {
  const { dataDir, mongoUrl } = store;
  const lessons: LessonWithSessions[] = [];
  for (const mode of modes.slice(0, boards)) {
    const wish = { schools: 2, pupils: Math.ceil(pupils / boards), mode };
    lessons.push(await makeSessions({ dataDir, ...(mongoUrl === undefined ? {} : { mongoUrl }), ...wish }));
  }
  return lessons;
}

/** Until half of the crowd is at work again: a server that is killed while people come in has not promised much. */
async function crowdIsBack(crowd: Crowd, living: Promise<void>): Promise<void> {
  const before = crowd.answers();
  const deadline = performance.now() + answersWithinMs;
  const isBack = (): boolean =>
    crowd.answers().filter((now, at) => now > (before[at] ?? 0)).length >= before.length / 2;
  while (!isBack()) {
    if (performance.now() > deadline) throw new Error(`half of the crowd was not answered in ${answersWithinMs} ms`);
    // Whoever is forgotten by the server ends the run at once.
    await Promise.race([pause(10), living]);
  }
}

function addUp(judgements: readonly Judgement[]): Judgement {
  const sum = (of: 'acked' | 'acts'): number => judgements.reduce((total, one) => total + one[of], 0);
  const all = (of: 'lost' | 'phantom'): string[] => judgements.flatMap((one) => one[of]);
  return { acked: sum('acked'), acts: sum('acts'), lost: all('lost'), phantom: all('phantom') };
}

/** The real server on one port, over all its lives. */
class MortalServer implements AsyncDisposable {
  readonly #store: ProofStore;
  #process: ServerProcess;

  private constructor(store: ProofStore, process: ServerProcess) {
    this.#store = store;
    this.#process = process;
  }

  static async start(store: ProofStore): Promise<MortalServer> {
    return new MortalServer(store, await startServer(store, '0'));
  }

  get url(): string {
    return this.#process.url;
  }

  async die(): Promise<void> {
    await this.#process.stop('SIGKILL');
  }

  async dieAndComeBack({ withDatabase }: { withDatabase: boolean }): Promise<void> {
    if (withDatabase) await this.#store.killDatabase?.();
    await this.die();
    if (withDatabase) await this.#store.startDatabase();
    this.#process = await startServer(this.#store, new URL(this.url).port);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.die();
  }
}

function startServer({ dataDir, mongoUrl }: ProofStore, port: string): Promise<ServerProcess> {
  const sockets = { MAX_SOCKETS: '5000', MAX_SOCKETS_PER_NETWORK: '5000' };
  const env = { PORT: port, DATA_DIR: dataDir, MONGO_URL: mongoUrl ?? '', DEMO: '0', LOG_LEVEL: 'silent', ...sockets };
  return ServerProcess.start({ file: program, env });
}
