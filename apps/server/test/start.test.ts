import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { HttpPerson, signInStaff } from '@bridgeboard/testkit';
import { describe, expect, it } from 'vitest';

import { freshFolder, startInProcess } from './server-in-process.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Runs the program to its end with `argument`, and answers its exit code and what it said on standard output. */
async function runMain(argument: string, env: Readonly<Record<string, string>>): Promise<[number, string]> {
  const child = spawn(process.execPath, [main, argument], { env: { PATH: process.env['PATH'], ...env } });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return [code, out];
}

async function reasonOf(env: Readonly<Record<string, string>>): Promise<string> {
  try {
    const server = await startInProcess(env);
    await server.close();
  } catch (error) {
    if (error instanceof Error && error.name === 'StartFailure') return error.message;
    throw error;
  }
  return 'it started';
}

describe('a start that cannot be', () => {
  it('leaves with 1 and one sentence, and prints nothing else', async () => {
    const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], PORT: 'eighty' } });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, said.out]).toEqual([1, '']);
    expect(said.err).toMatch(/^PORT cannot be "eighty": [^\n]+\.\n$/);
  });

  it('is told by --check beforehand, which opens nothing', async () => {
    await using folder = await freshFolder();
    const dataDir = join(folder.path, 'data');
    const check = async (env: Readonly<Record<string, string>>) =>
      (await runMain('--check', { DATA_DIR: dataDir, ...env }))[0];
    expect([await check({}), await check({ PORT: 'eighty' })]).toEqual([0, 1]);
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('names the port that is taken, and lets go of the folder', async () => {
    await using folder = await freshFolder();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    expect(await reasonOf({ PORT: port, DATA_DIR: folder.path })).toMatch(
      new RegExp(`^PORT=${port} is taken by another program: .+\\.$`),
    );
    other.close();
    await once(other, 'close');
    expect(await reasonOf({ PORT: port, DATA_DIR: folder.path, DEMO: '0' })).toBe('it started');
  });

  it('names the folder that another server has', async () => {
    await using folder = await freshFolder();
    await using first = await startInProcess({ DATA_DIR: folder.path, DEMO: '0' });
    expect(await reasonOf({ DATA_DIR: first.dataDir })).toMatch(
      /^DATA_DIR=.+ cannot be used: Another Bridgeboard is running .+\.$/,
    );
  });

  it('names the folder that cannot be made, and the key that is damaged', async () => {
    await using folder = await freshFolder();
    const file = join(folder.path, 'file');
    await writeFile(file, 'x');
    expect(await reasonOf({ DATA_DIR: join(file, 'data') })).toMatch(/^DATA_DIR=.+ cannot be used: .+\.$/);
    await writeFile(join(folder.path, 'instance.key'), 'short');
    expect(await reasonOf({ DATA_DIR: folder.path })).toMatch(/^DATA_DIR=.+ cannot be used: .*instance\.key.+\.$/);
  });

  it('names MONGO_URL where nobody answers, and keeps its password to itself', async () => {
    await using folder = await freshFolder();
    const reason = await reasonOf({
      DATA_DIR: folder.path,
      MONGO_URL: 'mongodb://root:hunter2@127.0.0.1:9/bridgeboard',
    });
    expect(reason).toMatch(/^MONGO_URL cannot be used: .+\.$/);
    expect(reason).not.toContain('hunter2');
  });

  it('names an address that is not this machine’s', async () => {
    await using folder = await freshFolder();
    const env = { HOST: '203.0.113.7', PUBLIC_URL: 'https://board.example', TRUSTED_PROXIES: '10.0.0.1' };
    expect(await reasonOf({ ...env, DATA_DIR: folder.path })).toMatch(/^HOST=203\.0\.113\.7 .+\.$/);
  });
});

describe('an empty database', () => {
  it('is filled with the demo once, and its secrets are for the owner of the folder', async () => {
    await using folder = await freshFolder();
    const first = await startInProcess({ DATA_DIR: folder.path });
    expect(first.printed.at(-1)).toMatch(
      /^demo: \{"url":"http:\/\/localhost:\d+","staff":\[\{"school":"Riverside Primary",/,
    );
    expect(first.printed.findIndex((line) => line.includes('is ready at'))).toBe(0);
    for (const name of ['demo.json', 'instance.key']) {
      expect((await stat(join(folder.path, name))).mode & 0o777).toBe(0o600);
    }
    const reed = await signInStaff(first, 0);
    const before = (await reed.get('/api/boards')).json as { boards: object[] };
    expect(before.boards).toEqual([
      expect.objectContaining({ title: 'Our rivers: Aire and Challawa', waiting: 6, published: false }),
    ]);
    await first.close();

    await using second = await startInProcess({ DATA_DIR: folder.path });
    expect({ ...second.demo, url: '' }).toEqual({ ...first.demo, url: '' });
    expect(((await (await signInStaff(second, 0)).get('/api/boards')).json as { boards: object[] }).boards).toEqual(
      before.boards,
    );
  });

  it('is filled by --prepare, which leaves then, and the server finds it filled', async () => {
    await using folder = await freshFolder();
    const dataDir = join(folder.path, 'data');
    expect(await runMain('--prepare', { DATA_DIR: dataDir })).toEqual([0, '']);
    const secrets = await readFile(join(dataDir, 'demo.json'), 'utf8');
    await using server = await startInProcess({ DATA_DIR: dataDir });
    expect(server.demo.staff.map(({ school }) => school)).toContain('Riverside Primary');
    expect(await readFile(join(dataDir, 'demo.json'), 'utf8')).toBe(secrets);
    expect(await runMain('--prepare', { DATA_DIR: dataDir })).toEqual([1, '']);
  });

  it('is left empty with DEMO=0: nobody comes in, and everybody is told why', async () => {
    await using server = await startInProcess({ DEMO: '0' });
    expect(server.printed.join('\n')).toContain('No school is set up here yet');
    expect(server.printed.join('\n')).not.toContain('demo:');
    const person = new HttpPerson(server.url);
    expect((await person.get('/healthz')).status).toBe(200);
    for (const answer of [
      await person.get('/api/me'),
      await person.post('/api/auth/sign-in/email', { email: 'a@b.example', password: 'x' }),
    ]) {
      expect([answer.status, answer.json]).toEqual([503, expect.objectContaining({ code: 'SETUP_NEEDED' })]);
    }
    const page = await fetch(`${server.url}/`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('SETUP_NEEDED');
  });

  it('gets no demo on an address that others can reach', async () => {
    await using folder = await freshFolder();
    await using server = await startInProcess({ DATA_DIR: folder.path, PUBLIC_URL: 'https://board.example' });
    expect(server.printed.join('\n')).toContain('No school is set up here yet');
    expect(await server.storage.directory.schools()).toEqual([]);
  });
});

it('[D10] demo people are nobody once others can reach the address', async () => {
  await using folder = await freshFolder();
  const local = await startInProcess({ DATA_DIR: folder.path });
  const reed = await signInStaff(local, 0);
  const { email = '', password = '' } = local.demo.staff[0] ?? {};
  await local.close();

  await using open = await startInProcess({ DATA_DIR: folder.path, PUBLIC_URL: 'https://board.example' });
  expect(open.printed.join('\n')).not.toContain('demo:');
  const address = `http://127.0.0.1:${open.port}`;
  const asked = (path: string, init: RequestInit) => fetch(address + path, init).then(({ status }) => status);
  // The session from before, under the name that its cookie has on https.
  const cookie = reed.cookie.replace('bridgeboard=', '__Host-bridgeboard=');
  expect(await asked('/api/me', { headers: { cookie } })).toBe(401);
  const headers = { origin: 'https://board.example', 'content-type': 'application/json' };
  expect(
    await asked('/api/auth/sign-in/email', { method: 'POST', headers, body: JSON.stringify({ email, password }) }),
  ).toBe(401);
});

it('[REL-18] a server that is asked to stop answers what is on its way and keeps the folder sound', async () => {
  await using folder = await freshFolder();
  const server = await startInProcess({ DATA_DIR: folder.path });
  const reed = await signInStaff(server, 0);
  const asked = Array.from({ length: 20 }, (_, nth) => reed.post('/api/boards', { title: `Board ${nth}` }));
  const answers = Promise.allSettled(asked);
  await asked[0];
  await server.close();
  const made = (await answers).filter((each) => each.status === 'fulfilled' && each.value.status === 201).length;
  await using again = await startInProcess({ DATA_DIR: folder.path });
  const { boards } = (await (await signInStaff(again, 0)).get('/api/boards')).json as { boards: object[] };
  expect(boards.length).toBeGreaterThanOrEqual(made + 1);
});
