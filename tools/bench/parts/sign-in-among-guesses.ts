import { setTimeout as wait } from 'node:timers/promises';

import { DemoServer, HttpPerson, makeBoard, signInStaff } from '@bridgeboard/testkit';

import { PasswordGuesser } from '../clients/password-guesser.ts';
import { decimals } from '../report/text-table.ts';
import type { Part } from './part.ts';

const signIns = 20;
const everyMs = 2_000;
/** Before people come, and then the page's own patience: whoever is not in by then counts as kept out. */
const [warmUpMs, patienceMs] = [5_000, 60_000];

interface Newcomer {
  /** Nobody's browser, or one that staff have signed in with. */
  readonly browser: () => HttpPerson;
  /** The network of their nth sign-in. */
  readonly network: (nth: number) => string;
}

/** How long a sign-in takes, in ms, of somebody whose page asks again by itself; at most `patienceMs`. */
async function timeIn(
  person: HttpPerson,
  staff: { email: string; password: string },
  network: string,
): Promise<number> {
  const asked = performance.now();
  const passed = (): number => performance.now() - asked;
  while (passed() < patienceMs) {
    const headers = { 'x-forwarded-for': network };
    const { status, json } = await person.post('/api/auth/sign-in/email', staff, headers);
    if (status === 200) return passed();
    await wait((json as { retryAfterMs?: number }).retryAfterMs ?? 1_000);
  }
  return patienceMs;
}

async function signInsOf(server: DemoServer, { browser, network }: Newcomer): Promise<Figures> {
  const { email = '', password = '' } = server.demo.staff[0] ?? {};
  const times: number[] = [];
  for (let nth = 0; nth < signIns; nth += 1) {
    times.push(await timeIn(browser(), { email, password }, network(nth)));
    await wait(everyMs);
  }
  times.sort((one, other) => one - other);
  return { medianMs: times[signIns >> 1] ?? Number.NaN, slowestMs: times.at(-1) ?? Number.NaN };
}

interface Figures {
  readonly medianMs: number;
  readonly slowestMs: number;
}

/** Three members of staff come in again and again while somebody guesses. */
async function measure(): Promise<Record<'browser' | 'network' | 'neither', Figures>> {
  await using server = await DemoServer.start({ env: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
  const known = await signInStaff(server, 0);
  await known.get(`/api/boards/${await makeBoard(known)}/door`);
  const nobodys = (): HttpPerson => new HttpPerson(server.url);
  using guesser = new PasswordGuesser(server.url);
  await wait(warmUpMs);
  const [browser, network, neither] = await Promise.all([
    signInsOf(server, { browser: () => known, network: (nth) => `192.0.2.${nth}` }),
    // Where the door was looked at from.
    signInsOf(server, { browser: nobodys, network: () => '127.0.0.1' }),
    signInsOf(server, { browser: nobodys, network: (nth) => `198.51.100.${nth}` }),
  ]);
  if (!guesser.answers.has(503)) throw new Error('too few guesses arrived to be in the way');
  return { browser, network, neither };
}

/** Whether staff get in meanwhile. */
export const signInAmongGuesses: Part = {
  name: 'sign-in-among-guesses',
  title: 'Signing in while somebody guesses passwords',
  method: `The same 200 guesses a second, and ${signIns} sign-ins each of three members of staff whose pages ask again by themselves: in a browser that is known on ever other networks, in nobody’s browser on a network where a door was looked at, and in nobody’s browser on ever other networks.`,
  async run() {
    const figures = await measure();
    const lines = Object.entries(figures).map(([known, { medianMs, slowestMs }]) => [
      known,
      decimals(medianMs),
      decimals(slowestMs),
    ]);
    return { figures, head: ['what is known', 'median ms', 'slowest ms'], lines };
  },
};
