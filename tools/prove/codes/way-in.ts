import type { SchoolClass } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';

import { KnownNetworks } from '../../../apps/server/src/http/known-networks.ts';
import { Refused } from '../../../apps/server/src/http/refusal.ts';
import { newCode, selectorOf } from '../../../apps/server/src/join/class-code.ts';
import { Joining } from '../../../apps/server/src/join/join.service.ts';
import { Lobby } from '../../../apps/server/src/join/lobby.ts';
import { Strangers } from '../../../apps/server/src/join/strangers.ts';
import { sealText } from '../../../apps/server/src/sealed-text.ts';
import { newId, systemClock } from '../../../apps/server/src/time-and-chance.ts';
import type { Random } from '../../../apps/server/src/time-and-chance.ts';

/** Ten schools with two classes each: as many codes as are at open doors of a busy instance. */
const classCount = 20;
const key = Buffer.alloc(32, 7);

/** The way in as the server has it, with every door open for good. */
export interface WayIn {
  /** The codes, by class. Two classes each are of one school. */
  readonly codes: readonly string[];
  readonly strangers: Strangers;
  /** How often a code was compared with one that begins like it. */
  readonly compared: () => number;
  /** Opens a door of the first school anew. */
  readonly openAnew: () => void;
  /** 'in', or the code of the refusal. */
  readonly tryCode: (code: string, network: string) => Promise<string>;
}

/** Fills an empty store. Time is what `Date` says. */
export async function openWayIn(random: Random): Promise<WayIn> {
  const { directory, catalogue } = await openMemoryStorage();
  const clock = systemClock;
  const schools = Array.from({ length: classCount / 2 }, () => newId(random));
  const codes: string[] = [];
  for (const school of [...schools, ...schools]) codes.push(await addClass(directory, { school, random }));
  for (const school of schools) {
    const owner = { schools: [school], host: school, partnership: null, createdBy: newId(random) };
    const times = { createdAt: clock.now(), changedAt: clock.now(), doorOpenUntil: Number.MAX_SAFE_INTEGER };
    await catalogue.create({ id: newId(random), title: 'Rivers', ...owner, ...times });
  }
  const counted = await countingComparisons(directory, codes.map(selectorOf));
  const strangers = new Strangers({ clock, known: new KnownNetworks({ clock }) });
  const parts = { catalogue, strangers, clock, random, codeKey: key, lobby: new Lobby({ clock }) };
  const openSession = (): never => {
    throw new Error('nobody shows a PIN here');
  };
  const wait = (): Promise<void> => Promise.resolve();
  const joining = new Joining({ ...parts, directory: counted.directory, wait, openSession });
  return {
    codes,
    strangers,
    compared: counted.times,
    openAnew: () => strangers.doorOpened(schools.slice(0, 1)),
    async tryCode(code, network) {
      try {
        await joining.classOf(code, network);
        return 'in';
      } catch (error) {
        if (error instanceof Refused) return error.code;
        throw error;
      }
    },
  };
}

async function addClass(directory: Directory, { school, random }: { school: string; random: Random }): Promise<string> {
  const [id, code] = [newId(random), newCode(random)];
  const codeSealed = sealText(code, { key, of: id, random });
  const facts = { name: 'Class', pin: 'pictures', ages: '8-11' } as const;
  await directory.putClass({ id, school, ...facts, codeSelector: selectorOf(code), codeSealed });
  return code;
}

/**
 * A directory that counts how often the sealed code of a class is looked at. It finds classes of codes by itself: the store
 * in memory reads them all for each guess.
 */
async function countingComparisons(
  directory: Directory,
  selectors: readonly string[],
): Promise<{ directory: Directory; times: () => number }> {
  let times = 0;
  const counted = new Map<string, SchoolClass[]>();
  for (const selector of selectors) {
    const found = await directory.classesByCode(selector);
    counted.set(
      selector,
      found.map((each) =>
        Object.defineProperty({ ...each }, 'codeSealed', {
          get() {
            times += 1;
            return each.codeSealed;
          },
        }),
      ),
    );
  }
  const all = new Proxy(directory, {
    get(target, name) {
      if (name === 'classesByCode') return (selector: string) => Promise.resolve(counted.get(selector) ?? []);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { directory: all, times: () => times };
}
