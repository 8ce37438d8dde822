import { actions, type FactorRule, type Me, type OwnSchool, type StaffRole } from '@bridgeboard/protocol';
import { HttpPerson, RawClient, makeBoard, until, type HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { allEndpoints } from '../../../tools/reference/all-endpoints.ts';
import { appCode } from './app-code.ts';
import { firstAdministrator, startWithSchool } from './first-school.ts';
import type { ServerInProcess } from './server-in-process.ts';

const day = 86_400_000;
const { password } = firstAdministrator;

let server: ServerInProcess;
/** Administrator, with a second factor of their own, so that what they decide does not lock them out. */
let head: HttpPerson;
let teacher: HttpPerson;
let board: string;

const codeOf = ({ status, json }: HttpAnswer): unknown => (status < 300 ? status : (json as { code: string }).code);

async function join(name: string, roles: readonly StaffRole[]): Promise<HttpPerson> {
  const { json } = await head.post('/api/school/invitations', { name, roles });
  const person = new HttpPerson(server.url);
  const account = { email: `${name.toLowerCase()}@hilltop.example`, password };
  await person.post('/api/invitation/take', { token: (json as { token: string }).token, ...account });
  return person;
}

/** Gives somebody the app; answers its secret. */
async function setUp(person: HttpPerson): Promise<string> {
  const begun = await person.post('/api/account/second-factor/begin', { password });
  const { secret } = begun.json as { secret: string };
  expect(codeOf(await person.post('/api/account/second-factor/confirm', { code: appCode(secret) }))).toBe(200);
  return secret;
}

async function ask(rule: Partial<FactorRule>): Promise<void> {
  const whole = { of: 'staff', from: server.clock.now(), providerCounts: false, ...rule };
  expect(codeOf(await head.post('/api/school/second-factor', whole))).toBe(200);
}

const meOf = async (person: HttpPerson): Promise<Me> => (await person.get('/api/me')).json as Me;
const schoolOf = async (person: HttpPerson): Promise<OwnSchool> => (await person.get('/api/school')).json as OwnSchool;

beforeAll(async () => {
  const made = await startWithSchool();
  [server, head] = [made, made.head];
});
afterAll(() => server.close());
// What one test asks of the staff is not asked of them in the next one.
beforeEach(async () => {
  if (board !== undefined) await ask({ of: 'nobody' });
});

describe('a new school', () => {
  it('[SI11] asks it of all its staff, two weeks after it was set up', async () => {
    const { from, ...rule } = (await schoolOf(head)).school.factor;
    expect(rule).toEqual({ of: 'staff', providerCounts: false });
    expect(Math.abs(from - server.clock.now() - 14 * day)).toBeLessThan(day);
    expect(await meOf(head)).toMatchObject({ lacks: { from, isDue: false } });
    teacher = await join('Okoro', ['teacher']);
    await head.post('/api/partnerships', { title: 'Rivers' });
    board = await makeBoard(teacher);
    await setUp(head);
    expect((await meOf(head)).lacks).toBeNull();
  });

  it('[SI15] its administrators alone see who has none', async () => {
    const seen = async (person: HttpPerson): Promise<unknown> =>
      (await schoolOf(person)).staff.map(({ name, hasFactor }) => [name, hasFactor]).toSorted();
    expect(await seen(head)).toEqual([
      ['Mrs Shah', true],
      ['Okoro', false],
    ]);
    expect(await seen(teacher)).toEqual([
      ['Mrs Shah', null],
      ['Okoro', null],
    ]);
  });
});

describe('without the second factor that a school asks for', () => {
  it('[SI12] every route but those of the own account refuses', async () => {
    await ask({});
    expect(await meOf(teacher)).toMatchObject({ name: 'Okoro', lacks: { isDue: true } });
    const answers = await Promise.all(
      allEndpoints
        .filter(({ action }) => actions[action].who !== 'anyone')
        .map(async ({ method, path, action }) => {
          const address = path.replaceAll(/:\w+/g, 'AbsentAbsentAbsentAbs2');
          const send = {
            GET: () => teacher.get(address),
            POST: () => teacher.post(address),
            PUT: () => teacher.put(address, new Uint8Array(1)),
          };
          return { action, path, isOpen: codeOf(await send[method]()) !== 'SECOND_FACTOR_NEEDED' };
        }),
    );
    const open = answers.filter(({ isOpen }) => isOpen);
    expect(new Set(open.map(({ action }) => action))).toEqual(
      new Set(['read the own account', 'manage the own account']),
    );
    expect(answers.length - open.length).toBeGreaterThan(80);
  });

  it.each([{ viewer: false }, { viewer: true }])('[SI12] [REL-11] no socket is let in: %j', async (kind) => {
    await ask({});
    await using socket = await new RawClient(teacher, kind).join(board);
    await until(() => socket.ended, 'the refusal');
    expect([socket.ended?.code, socket.joined]).toEqual(['SECOND_FACTOR_NEEDED', null]);
  });

  it('[SI12] what is open ends at once when the school asks, and when the day comes', async () => {
    await using now = await new RawClient(teacher).join(board);
    expect(now.joined).not.toBeNull();
    await ask({});
    await until(() => now.ended, 'the end');
    expect(now.ended).toMatchObject({ code: 'SECOND_FACTOR_NEEDED' });

    await ask({ from: server.clock.now() + 60_000 });
    await using soon = await new RawClient(teacher).join(board);
    expect([soon.ended, await meOf(teacher)]).toMatchObject([null, { lacks: { isDue: false } }]);
    server.clock.forward(61_000);
    await until(() => soon.ended, 'the end');
    expect(soon.ended).toMatchObject({ code: 'SECOND_FACTOR_NEEDED' });
    expect(codeOf(await teacher.get('/api/boards'))).toBe('SECOND_FACTOR_NEEDED');
  });

  it('[SI12] a role that it is asked of makes it needed, also on an open board', async () => {
    await ask({ of: 'leading' });
    await using socket = await new RawClient(teacher).join(board);
    expect(codeOf(await teacher.get('/api/boards'))).toBe(200);
    const { id } = await meOf(teacher);
    await head.post(`/api/school/staff/${id}/roles`, { roles: ['teacher', 'lead'] });
    await until(() => socket.ended, 'the end');
    expect(socket.ended).toMatchObject({ code: 'SECOND_FACTOR_NEEDED' });
    expect(codeOf(await teacher.get('/api/boards'))).toBe('SECOND_FACTOR_NEEDED');
    await head.post(`/api/school/staff/${id}/roles`, { roles: ['teacher'] });
    expect(codeOf(await teacher.get('/api/boards'))).toBe(200);
  });

  it('[SI13] setting it up opens everything and ends what was begun with the password alone; switching it off shuts it', async () => {
    await ask({});
    const elsewhere = new HttpPerson(server.url);
    await elsewhere.post('/api/auth/sign-in/email', { email: 'okoro@hilltop.example', password });
    const secret = await setUp(teacher);
    expect(codeOf(await teacher.get('/api/boards'))).toBe(200);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    const off = await teacher.post('/api/account/second-factor/end', { password, code: appCode(secret, 1) });
    expect(codeOf(off)).toBe(200);
    expect(codeOf(await teacher.get('/api/boards'))).toBe('SECOND_FACTOR_NEEDED');
  });

  it('[SI12] [SG-36] whoever takes a place sets it up first', async () => {
    await ask({});
    const late = await join('Haddad', ['teacher']);
    expect(codeOf(await late.get('/api/boards'))).toBe('SECOND_FACTOR_NEEDED');
    await setUp(late);
    expect(codeOf(await late.get('/api/boards'))).toBe(200);
  });
});

it('[SI19] an administrator takes away what a colleague has lost, with their sessions, and never their own', async () => {
  await ask({});
  const lost = await join('Lindqvist', ['teacher']);
  await setUp(lost);
  await using socket = await new RawClient(lost).join(board);
  const { id } = await meOf(lost);
  const forget = (person: string, by = head): Promise<HttpAnswer> =>
    by.post(`/api/school/staff/${person}/forget-factor`);
  expect(codeOf(await forget((await meOf(head)).id))).toBe('FORBIDDEN');
  expect(codeOf(await forget(id))).toBe(200);
  await until(() => socket.ended, 'the end of the socket');
  expect([socket.ended?.code, (await lost.get('/api/me')).status]).toEqual(['SESSION_ENDED', 401]);
  const again = await lost.post('/api/auth/sign-in/email', { email: 'lindqvist@hilltop.example', password });
  expect(again.json).toMatchObject({ user: { name: 'Lindqvist' } });
  expect(codeOf(await lost.get('/api/boards'))).toBe('SECOND_FACTOR_NEEDED');
  const lines = (await server.storage.audit.read(1, 500)).map(({ line }) => line);
  expect(lines.findLast(({ act }) => act === 'factor.forget')?.subjects).toEqual([{ kind: 'person', id }]);
});

it('[SI15] [AU1] what the school asks for is in the audit log', async () => {
  await ask({ of: 'leading' });
  const lines = (await server.storage.audit.read(1, 500)).map(({ line }) => line);
  expect(lines.findLast(({ act }) => act === 'school.factor')).toMatchObject({ detail: 'leading' });
  const wrong = { of: 'everybody', from: 0, providerCounts: false };
  expect(codeOf(await head.post('/api/school/second-factor', wrong))).toBe('BAD_TYPE');
});
