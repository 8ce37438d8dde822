import { Dice } from '@bridgeboard/testkit';

import type { ServerProcess } from '../../bench/servers/server-process.ts';
import type { ProofStore } from '../stores/proof-store.ts';
import type { Judgement } from './board-case.ts';
import { pause } from './pause.ts';
import { startServer } from './start-server.ts';
import { Work } from './work.ts';

/** A life of the server ends so many ms after half of the crowd has been answered again. */
const life = { leastMs: 300, spreadMs: 300 } as const;

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
export async function runKillLoop({ rounds, onRound, ...wish }: KillLoop): Promise<KillResult> {
  const { store, seed } = wish;
  let url = '';
  await using work = await Work.prepare({ ...wish, url: () => url });
  await using server = await MortalServer.start(store);
  url = server.url;
  work.begin();
  const dice = new Dice(seed);
  let databaseKills = 0;
  for (let round = 1; round <= rounds; round += 1) {
    // A server that is killed while people come in has not promised much.
    await work.answered(0.5);
    await pause(life.leastMs + dice.int(life.spreadMs));
    const withDatabase = store.killDatabase !== null && dice.once(2);
    if (withDatabase) databaseKills += 1;
    await server.dieAndComeBack({ withDatabase });
    onRound?.(round, work.crowd.answered);
  }
  const trouble = await work.end();
  await server.die();
  const verdict = await work.verdict();
  const faults = [...store.faults(), ...(trouble === null ? [] : [trouble])];
  return { ...verdict, databaseKills, lost: [...faults, ...verdict.lost] };
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
    return new MortalServer(store, await startServer(store));
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
    this.#process = await startServer(this.#store, { PORT: new URL(this.url).port });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.die();
  }
}
