import { beforeEach, expect, test, vi } from 'vitest';

import { KnownNetworks } from '../http/known-networks.ts';
import { systemRandom } from '../time-and-chance.ts';
import { KnownDevices } from './known-devices.ts';
import { SignInSources } from './sign-in-sources.ts';

const email = 'reed@riverside.example';
const network = '192.0.2.1';
const day = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.UTC(2026, 8, 14, 8) });
  return () => vi.useRealTimers();
});

function setUp() {
  const clock = { now: () => Date.now() };
  const networks = new KnownNetworks({ clock });
  const devices = new KnownDevices({ key: Buffer.alloc(32, 7), isHttps: false, clock, random: systemRandom });
  const identity = { ownerOf: (address: string) => Promise.resolve(address === email ? 'reed' : null) };
  const sources = new SignInSources({ devices, networks, identity });
  const cookie = devices.issue('reed').split(';', 1)[0] ?? '';
  const rank = async (headers = {}, address = email): Promise<number> =>
    (await sources.of(address, { headers, network })).rank;
  const guess = async (times: number): Promise<void> => {
    for (let at = 0; at < times; at += 1) await sources.wrongFrom(network);
  };
  return { networks, devices, sources, cookie, rank, guess };
}

test('[SEC-30] a browser in which somebody has signed in is known for that account, for ninety days, whatever its network does', async () => {
  const { sources, cookie, rank, guess } = setUp();
  await guess(100);
  expect(await rank({ cookie })).toBe(0);
  expect((await sources.of(email, { headers: { cookie }, network })).key).not.toContain(network);
  expect(await rank({ cookie }, 'bello@alnoor.example')).toBe(5);
  expect(await rank({ cookie: `${cookie}x` })).toBe(5);
  vi.advanceTimersByTime(90 * day - 1);
  expect(await rank({ cookie })).toBe(0);
  vi.advanceTimersByTime(1);
  expect(await rank({ cookie })).toBe(1);
});

test('[SEC-30] a network on which people of the instance were seen is known until thirty wrong passwords came from it', async () => {
  const { networks, rank, guess } = setUp();
  networks.saw('a pupil', network);
  await guess(29);
  expect(await rank()).toBe(0);
  await guess(1);
  expect(await rank()).toBe(5);
});

test('[SEC-30] a strange network comes the later, the more wrong passwords came from it in a quarter of an hour', async () => {
  const { rank, guess } = setUp();
  const ranks = [await rank()];
  for (let at = 0; at < 6; at += 1) {
    await guess(1);
    ranks.push(await rank());
  }
  expect(ranks).toEqual([1, 2, 3, 4, 5, 5, 5]);
  vi.advanceTimersByTime(15 * 60_000);
  expect(await rank()).toBe(1);
});
