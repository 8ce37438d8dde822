import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import type { Lease, LeaseHolder, ServerLease } from '@bridgeboard/storage';

import { StartFailure } from './start-failure.ts';
import { newId } from './time-and-chance.ts';
import type { Random } from './time-and-chance.ts';

/** How often a server says that it is there, and how long one that says nothing is waited for, in ms. */
export const leaseTimes = { beatMs: 2_000, silentMs: 10_000 } as const;

interface Surroundings {
  readonly random: Random;
  readonly machine: string;
  readonly wait: (ms: number) => Promise<unknown>;
  /** Whether a process of this machine is running. */
  readonly isRunning: (process: number) => boolean;
}

/** The machine until it starts anew, and the processes that can be seen from here: another container has others. Empty where that cannot be told. */
function thisMachine(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** This process as the one server of a store. */
export class SoleServer {
  readonly #lease: ServerLease;
  readonly #holder: string;

  private constructor(lease: ServerLease, holder: string) {
    this.#lease = lease;
    this.#holder = holder;
  }

  /**
   * Takes the store for this process: at once where nobody has it or whoever had it is dead, and otherwise once they have said
   * nothing for `silentMs`. Throws `StartFailure` where they are there.
   */
  static async of(
    lease: ServerLease,
    around: Pick<Surroundings, 'random'> & Partial<Surroundings>,
  ): Promise<SoleServer> {
    const mine = { holder: newId(around.random), machine: around.machine ?? thisMachine(), process: process.pid };
    await takeLease(lease, mine, { wait, isRunning, ...around, machine: mine.machine });
    return new SoleServer(lease, mine.holder);
  }

  /** Says that it is there. False where another server has taken over, because this one said nothing for too long. */
  beat(): Promise<boolean> {
    return this.#lease.beat(this.#holder);
  }

  /** The next server need not wait. */
  async release(): Promise<void> {
    await this.#lease.release(this.#holder);
  }
}

async function takeLease(lease: ServerLease, mine: LeaseHolder, around: Surroundings): Promise<void> {
  // Where another one that starts has been quicker, it begins anew with that one.
  while (!(await lease.take(mine, await whoToFollow(lease, around))));
}

/** Whose place can be taken, once they have said nothing for long enough; null where nobody has it. */
async function whoToFollow(lease: ServerLease, around: Surroundings): Promise<Lease | null> {
  const seen = await lease.look();
  if (seen === null || isDead(seen, around)) return seen;
  for (let silentMs = 0; silentMs < leaseTimes.silentMs; silentMs += leaseTimes.beatMs / 2) {
    await around.wait(leaseTimes.beatMs / 2);
    const now = await lease.look();
    if (now?.holder !== seen.holder) return whoToFollow(lease, around);
    if (now.beat !== seen.beat) throw takenBy();
  }
  return seen;
}

function isDead({ machine, process: id }: Lease, around: Surroundings): boolean {
  return machine !== '' && machine === around.machine && !around.isRunning(id);
}

function takenBy(): StartFailure {
  return new StartFailure('MONGO_URL cannot be used: Another Bridgeboard is running on this database: stop it first.');
}
