import type { BoardMode } from '@bridgeboard/protocol';

import type { PlayerKey } from './cast.ts';
import { Chance } from './chance.ts';
import type { Operation, Step } from './operations/operation.ts';
import { generateStep } from './operations/registry.ts';
import { generateSecret, type SecretAct } from './secrets/secret-acts.ts';
import { pointingDevice, sides, type SideName } from './secrets/side.ts';
import type { WorldSetup } from './world.ts';

/** What two worlds have apart: before each public step, some secret acts; by the number of the step. */
interface Secrets {
  readonly side: SideName;
  readonly worlds: readonly [Record<number, readonly SecretAct[]>, Record<number, readonly SecretAct[]>];
}

/** What happens in one world, or in two that differ in their secrets alone: enough to make it happen again. */
export interface History {
  readonly setup: WorldSetup;
  readonly secrets?: Secrets;
  readonly steps: readonly Step[];
}

/** Who comes, in this order: two schools before three, a teacher and a pupil of each before a second pupil. */
const coming: readonly PlayerKey[] = ['reed', 'aisha', 'oliver', 'bello', 'zainab', 'emeka', 'aino', 'laine'];

/** One history in so many is told of two worlds. */
const twinsEvery = 4;

/** One history in so many is as long as any may be; that is sometimes one of two worlds. */
const fullEvery = 15;

/** How many steps histories have. */
export interface Lengths {
  /** Of one history in fifteen. */
  readonly full: number;
  /** Of the others, at most: all the steps in one world, half of them in each of two. */
  readonly most: number;
}

/** The history of this number under this seed, of 2 to 6 tabs. */
export function makeHistory(seed: number, number: number, { full, most }: Lengths): History {
  const chance = new Chance(`${seed}/${number}/history`);
  const name = `${seed}/${number}`;
  const isFull = number % fullEvery === fullEvery - 1;
  const length = chance.between(Math.ceil(most / 6), most);
  return number % twinsEvery === twinsEvery - 1
    ? makeTwins(chance, { name, length: isFull ? full : Math.ceil(length / 2) })
    : makeOne(chance, { name, length: isFull ? full : length });
}

function makeOne(chance: Chance, { name, length }: { name: string; length: number }): History {
  const tabs = coming.slice(0, chance.between(2, 6)).map((player) => ({ player, device: 'laptop' }));
  // One in two has a second tab or a second device.
  const twice = tabs[chance.int(tabs.length)];
  if (chance.isTrue(0.5) && twice && tabs.length > 2) {
    tabs[tabs.length - 1] = { player: twice.player, device: chance.isTrue(0.5) ? 'laptop' : 'tablet' };
  }
  const appendMs = chance.isTrue(0.3) ? 0 : chance.between(1, 12);
  const schools = chance.isTrue(0.25) ? 3 : 2;
  const modes = Array.from({ length: schools }, () => pickMode(chance));
  const setup = { seed: name, schools, tabs, appendMs, isPaced: chance.isTrue(0.7), modes } as const;
  return { setup, steps: makeSteps(chance, length, ({ weight }) => weight) };
}

/** An append takes no time there: else one act would make the next one wait, whoever's it is. */
function makeTwins(chance: Chance, { name, length }: { name: string; length: number }): History {
  const side = chance.isTrue(0.5) ? 'north' : 'south';
  const coming = sides[side].coming.slice(0, chance.between(3, 5));
  const pointing = { player: sides[side].author, device: pointingDevice };
  const tabs = [...coming.map((player) => ({ player, device: 'laptop' })), pointing];
  const other = pickMode(chance);
  // The school that has secrets holds its work.
  const modes = side === 'north' ? (['held', other] as const) : ([other, 'held'] as const);
  const setup = { seed: name, schools: 2, tabs, appendMs: 0, isPaced: true, modes } as const;
  const steps = makeSteps(chance, length, ({ name: op, weight }) => (op === 'probe' ? 4 : weight));
  const secrets = (): Record<number, SecretAct[]> => makeSecrets(chance, length);
  return { setup, secrets: { side, worlds: [secrets(), secrets()] }, steps };
}

function pickMode(chance: Chance): BoardMode {
  const weighted = [
    { weight: 2, value: 'held' },
    { weight: 1, value: 'own-school' },
    { weight: 1, value: 'open' },
  ] as const;
  return chance.weighted(weighted) ?? 'held';
}

function makeSteps(chance: Chance, length: number, weigh: (one: Operation) => number): Step[] {
  return Array.from({ length }, (_, i) => generateStep(chance, i + 1, weigh));
}

function makeSecrets(chance: Chance, length: number): Record<number, SecretAct[]> {
  let n = 0;
  const acts = Array.from({ length }, (_, i): [number, SecretAct[]] => {
    const count = chance.isTrue(0.5) ? 0 : chance.between(1, 3);
    return [i + 1, Array.from({ length: count }, () => generateSecret(chance, (n += 1)))];
  });
  return Object.fromEntries(acts.filter(([, list]) => list.length > 0));
}
