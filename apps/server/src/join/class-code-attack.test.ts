import { codeAlphabet } from '@bridgeboard/protocol';
import type { SchoolClass } from '@bridgeboard/protocol';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { KnownNetworks } from '../http/known-networks.ts';
import { Refused } from '../http/refusal.ts';
import { sealText } from '../sealed-text.ts';
import { systemClock } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';
import { newCode, selectorOf } from './class-code.ts';
import { Joining } from './join.service.ts';
import { Lobby } from './lobby.ts';
import { Strangers } from './strangers.ts';

const key = Buffer.alloc(32, 7);
const schools = ['RiversideRiversideRi', 'AlnoorAlnoorAlnoorAl'] as const;
const allCodes = codeAlphabet.length ** 8;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.UTC(2026, 8, 14, 8) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The same numbers in each run. */
function seededRandom(seed: number): Random {
  let state = seed;
  function byte(): number {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  }
  return { bytes: (count) => Buffer.from(Array.from({ length: count }, byte)) };
}

/** Two schools with a class each, one board with the door open, and the way in as the server has it. */
async function setUp() {
  const [storage, random, clock] = [await openMemoryStorage(), seededRandom(20261201), systemClock];
  const { directory, catalogue } = storage;
  const codes: string[] = [];
  for (const [at, school] of schools.entries()) {
    const code = newCode(random);
    const id = `ClassClassClassClass${at}`;
    const facts: Pick<SchoolClass, 'name' | 'pin' | 'ages'> = { name: `Class ${at}`, pin: 'pictures', ages: '8-11' };
    const codeSealed = sealText(code, { key, of: id, random });
    await directory.putClass({ id, school, ...facts, codeSelector: selectorOf(code), codeSealed });
    await catalogue.create({
      id: `BoardBoardBoardBoard${at}`,
      title: 'Rivers',
      partnership: null,
      schools: [school],
      host: school,
      createdBy: 'ReedReedReedReedReed',
      createdAt: clock.now(),
      changedAt: clock.now(),
      doorOpenUntil: clock.now() + 7 * 86_400_000,
    });
    codes.push(code);
  }
  const strangers = new Strangers({ clock, known: new KnownNetworks({ clock }) });
  const parts = { directory, catalogue, strangers, clock, random, codeKey: key, lobby: new Lobby({ clock }) };
  const nobodyEnters = (): never => {
    throw new Error('nobody enters here');
  };
  const joining = new Joining({ ...parts, wait: () => Promise.resolve(), openSession: nobodyEnters });
  /** What came of a code: the class's name, or the refusal's code. */
  async function tryCode(code: string, network: string): Promise<string> {
    try {
      return (await joining.classOf(code, network)).name;
    } catch (error) {
      if (error instanceof Refused) return error.code;
      throw error;
    }
  }
  const [near = '', far = ''] = codes;
  return { strangers, tryCode, near, far, guess: () => newCode(random) };
}

/** A thousand rented addresses and one that never stops, all of a minute. */
async function attackForAMinute({ tryCode, guess }: Awaited<ReturnType<typeof setUp>>): Promise<number> {
  let heard = 0;
  for (let at = 0; at < 1_060; at += 1) {
    if (at % 265 === 0) vi.advanceTimersByTime(15_000);
    const answer = await tryCode(guess(), at < 1_000 ? `203.0.${at >> 8}.${at & 255}` : '198.51.100.1');
    if (answer === 'JOIN_REFUSED') heard += 1;
  }
  return heard;
}

it('[JC1] [SEC-29] a thousand addresses that guess for an hour are heard seventy times a minute, and find a code as seldom as is said', async () => {
  const at = await setUp();
  const minutes = 60;
  let heard = 0;
  for (let minute = 0; minute < minutes; minute += 1) heard += await attackForAMinute(at);
  // A window that has just begun may be used up at once.
  expect(heard).toBeLessThanOrEqual(minutes * 70 + 140);
  expect(heard).toBeGreaterThan(minutes * 35);
  // With what doors just opened let through in a day (JC3), no more than a hundred a minute alone would come to.
  const [aDay, promised] = [24 * minutes * 70, 24 * 60 * 100];
  const hits = (200 * aDay) / allCodes + 14 / codeAlphabet.length ** 4;
  expect(hits).toBeLessThan((200 * promised) / allCodes);
});

it('[JC2] [SEC-29] meanwhile every pupil on a network that is known gets in, with two mistakes each', async () => {
  const at = await setUp();
  at.strangers.saw('Ms Reed', '192.0.2.1');
  for (let minute = 0; minute < 4; minute += 1) {
    await attackForAMinute(at);
    for (let pupil = 0; pupil < 30 && minute === 2; pupil += 1) {
      for (const wrong of [at.guess(), at.guess()]) expect(await at.tryCode(wrong, '192.0.2.1')).toBe('JOIN_REFUSED');
      expect(await at.tryCode(at.near, '192.0.2.1')).toBe('Class 0');
    }
  }
  expect(await at.tryCode(at.near, '192.0.2.2')).toBe('JOIN_HELD');
});

it('[JC2] one person makes one network known, the last, until the day is over', async () => {
  const at = await setUp();
  at.strangers.saw('a pupil', '192.0.2.1');
  at.strangers.saw('a pupil', '192.0.2.2');
  await attackForAMinute(at);
  expect(await at.tryCode(at.near, '192.0.2.1')).toBe('JOIN_HELD');
  expect(await at.tryCode(at.near, '192.0.2.2')).toBe('Class 0');
  vi.advanceTimersByTime(12 * 3_600_000);
  await attackForAMinute(at);
  expect(await at.tryCode(at.near, '192.0.2.2')).toBe('JOIN_HELD');
});

it('[JC3] a door that is opened anew lets its own school’s newcomers in for five minutes, and tells who guesses nothing', async () => {
  const at = await setUp();
  await attackForAMinute(at);
  expect([await at.strangers.areHeldOff(schools[0]), await at.strangers.areHeldOff(schools[1])]).toEqual([true, true]);
  at.strangers.doorOpened([schools[0]]);
  expect([await at.strangers.areHeldOff(schools[0]), await at.strangers.areHeldOff(schools[1])]).toEqual([false, true]);
  await attackForAMinute(at);
  expect(await at.tryCode(at.near, '192.0.2.9')).toBe('Class 0');
  expect(await at.tryCode(at.far, '192.0.2.9')).toBe('JOIN_HELD');
  expect(await at.tryCode(at.guess(), '192.0.2.9')).toBe('JOIN_HELD');
  for (let minute = 0; minute < 5; minute += 1) await attackForAMinute(at);
  expect(await at.tryCode(at.near, '192.0.2.9')).toBe('JOIN_HELD');
});

it('[JC3] at doors just opened fourteen wrong codes that begin like one of theirs are looked at in a day, however many come at once', async () => {
  const at = await setUp();
  const begins = selectorOf(at.near);
  const address = (nth: number): string => `192.0.${nth >> 8}.${nth & 255}`;
  async function isHeard(): Promise<boolean> {
    await attackForAMinute(at);
    at.strangers.doorOpened([schools[0]]);
    return (await at.tryCode(at.near, '192.0.2.200')) === 'Class 0';
  }
  expect(await isHeard()).toBe(true);
  for (let tries = 0; tries < 13; tries += 1) await at.tryCode(`${begins}${at.guess().slice(4)}`, address(tries));
  // What is right, and what begins like no open door's code, takes nothing away.
  for (let tries = 0; tries < 3; tries += 1) expect(await isHeard()).toBe(true);
  const together = Array.from({ length: 50 }, (_, nth) =>
    at.tryCode(nth === 49 ? at.near : `${begins}${at.guess().slice(4)}`, address(nth)),
  );
  expect(new Set(await Promise.all(together))).toEqual(new Set(['JOIN_HELD']));
  expect(await isHeard()).toBe(false);
  expect(await at.strangers.areHeldOff(schools[0])).toBe(true);
  vi.advanceTimersByTime(86_400_000);
  expect(await isHeard()).toBe(true);
});

it('[JC4] when nobody has guessed for two minutes, strangers are heard again', async () => {
  const at = await setUp();
  await attackForAMinute(at);
  expect(await at.tryCode(at.near, '192.0.2.9')).toBe('JOIN_HELD');
  vi.advanceTimersByTime(120_000);
  expect(await at.tryCode(at.near, '192.0.2.9')).toBe('Class 0');
  expect(await at.strangers.areHeldOff(schools[0])).toBe(false);
});
