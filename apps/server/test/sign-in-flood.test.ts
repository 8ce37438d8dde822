import { HttpPerson, makeBoard, signInStaff } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

const path = '/api/auth/sign-in/email';

let server: ServerInProcess;
beforeAll(async () => {
  server = await startInProcess({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => server.close());

function from(address: string): Record<string, string> {
  return { 'x-forwarded-for': address };
}

/** A wrong password of an account that nobody guessed before. */
async function guess(nth: number, address: string): Promise<number> {
  const wrong = { email: `nobody${nth}@riverside.example`, password: 'not it at all' };
  return (await new HttpPerson(server.url).post(path, wrong, from(address))).status;
}

/** Keeps eighty guesses on their way, of ever other accounts, until it is stopped; answers what they came to. */
function flood(addressOf: (nth: number) => string): {
  begun: Promise<void>;
  stop: () => Promise<ReadonlySet<number>>;
} {
  const begun = Promise.withResolvers<void>();
  const answers = new Set<number>();
  let [nth, goesOn] = [0, true];
  async function guessOn(): Promise<void> {
    while (goesOn) {
      const status = await guess(nth, addressOf((nth += 1)));
      answers.add(status);
      if (status === 503) begun.resolve();
    }
  }
  const guessers = Promise.all(Array.from({ length: 80 }, guessOn));
  async function stop(): Promise<ReadonlySet<number>> {
    goesOn = false;
    await guessers;
    return answers;
  }
  return { begun: begun.promise, stop };
}

function reed(): { email: string; password: string } {
  const { email = '', password = '' } = server.demo.staff[0] ?? {};
  return { email, password };
}

const strange = (nth: number): string => `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`;

it('[SEC-30] while a flood of guesses comes from ever other networks, staff get in at the first try where they or people of the instance are known', async () => {
  const known = await signInStaff(server, 0);
  const bello = await signInStaff(server, 1);
  await bello.get(`/api/boards/${await makeBoard(bello)}/door`);
  const attack = flood(strange);
  await attack.begun;
  expect((await known.post(path, reed(), from('192.0.2.1'))).status).toBe(200);
  // The door was looked at from here: a browser that nobody has signed in with.
  expect((await new HttpPerson(server.url).post(path, reed())).status).toBe(200);
  expect(await attack.stop()).toEqual(new Set([401, 503]));
});

it('[SEC-30] while few networks guess on and on, whoever comes from another one gets in at the first try', async () => {
  const few = Array.from({ length: 8 }, (_, nth) => `198.51.100.${nth}`);
  for (const [nth, address] of few.entries()) expect(await guess(nth, address)).toBe(401);
  const attack = flood((nth) => few[nth % few.length] ?? '');
  await attack.begun;
  expect((await new HttpPerson(server.url).post(path, reed(), from('192.0.2.2'))).status).toBe(200);
  await attack.stop();
});

it('[SEC-30] who guesses next door, behind the same address, neither slows nor shuts out staff in a browser that is known', async () => {
  const known = await signInStaff(server, 0);
  const nextDoor = new HttpPerson(server.url);
  const guessReed = async (): Promise<number> =>
    (await nextDoor.post(path, { ...reed(), password: 'wrong' }, from('192.0.2.3'))).status;
  for (let tries = 0; tries < 5; tries += 1) expect(await guessReed()).toBe(401);
  expect(await guessReed()).toBe(429);
  for (let asked = 0; asked < 1_200; asked += 50) {
    await Promise.all(Array.from({ length: 50 }, () => nextDoor.post(path, {}, from('192.0.2.3'))));
  }
  expect((await nextDoor.post(path, {}, from('192.0.2.3'))).json).toMatchObject({ code: 'RATE' });
  expect((await known.post(path, reed(), from('192.0.2.3'))).status).toBe(200);
});

it('[SEC-30] being told BUSY is no wrong try: whoever asks again and again is not made to wait for it', async () => {
  const few = Array.from({ length: 8 }, (_, nth) => `203.0.113.${nth}`);
  for (const [nth, address] of few.entries()) expect(await guess(nth, address)).toBe(401);
  const attack = flood((nth) => few[nth % few.length] ?? '');
  await attack.begun;
  const patient = new HttpPerson(server.url);
  const answers = new Set<number>();
  for (let tries = 0; tries < 12; tries += 1) {
    answers.add((await patient.post(path, reed(), from(few[0] ?? ''))).status);
  }
  await attack.stop();
  answers.delete(200);
  expect(answers).toEqual(new Set([503]));
  expect((await patient.post(path, reed(), from(few[0] ?? ''))).status).toBe(200);
});
