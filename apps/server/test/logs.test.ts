import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';

import { HttpPerson, RawClient, letPupilIn, makeBoard, richText, shape, signInStaff } from '@bridgeboard/testkit';
import { beforeAll, describe, expect, it } from 'vitest';

import { freshFolder } from './server-in-process.ts';
import { ServerProcess } from './server-process.ts';

const canary = 'kingfisherXQ7';

/** Sends bytes that no HTTP library would, and resolves with the first line of the answer. */
async function rawRequest(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.end(bytes);
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return chunk.toString('latin1').split('\r\n')[0] ?? '';
}

/** Tries to begin lines of its own in the log. */
async function sendBent(url: string): Promise<void> {
  const line = `GET /${canary}%0d%0a{"level":60} HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: ${canary}\r\nUser-Agent: ${canary}\r\n\r\n`;
  expect(await rawRequest(url, line)).toBe('HTTP/1.1 404 Not Found');
  expect(await rawRequest(url, `GET /${canary}\nX HTTP/9\r\n\r\n`)).toContain('400');
}

/** A whole small lesson, with everything that may not stand in a log given back. */
async function teach(server: ServerProcess): Promise<string[]> {
  const reed = await signInStaff(server, 0);
  const board = await makeBoard(reed, `${canary} of the river`);
  const oliver = await letPupilIn(server, { school: 0, pupil: 0, board, by: reed });
  await using client = await new RawClient(oliver).join(board);
  const words = { 'props.richText': richText(canary) };
  await client.edit({ op: 'create', record: shape('note', 'held-note', words) });
  await client.edit({ op: 'create', record: shape('note', canary, { 'props.url': canary }) });
  client.write(`2/board,["edit",{"${canary}":1}]`);
  await oliver.get(`/api/boards/${canary}/snapshot?${canary}=1`);
  await oliver.post('/api/join/code', { code: canary.slice(0, 9) });
  await reed.post('/api/boards', `{"title": ${canary}`);
  const { staff, classes } = server.demo;
  const cookies = [reed, oliver].flatMap(({ cookie }) => cookie.split('; ').map((pair) => pair.split('=')[1] ?? ''));
  return [
    canary,
    board,
    ...cookies,
    ...staff.flatMap(({ email, password, school }) => [email, password, school]),
    ...classes.flatMap(({ code, pupils }) => [code, code.replaceAll(/\W/g, ''), ...pupils.map(({ name }) => name)]),
  ];
}

/** Where the two requests say that they come from, and what may be known of it. */
const networks = { '10.77.3.4': '10.77.3.0/24', '2001:db8:1:2::5': '2001:db8:1::/48' } as const;

describe('the log of a lesson at its most talkative', () => {
  let secrets: readonly string[];
  let requestId: string;
  let saidToStranger: unknown;
  let written: readonly string[];
  const lines = (): Record<string, unknown>[] => written.map((line) => JSON.parse(line) as Record<string, unknown>);

  beforeAll(async () => {
    await using folder = await freshFolder();
    const env = { DATA_DIR: folder.path, LOG_LEVEL: 'trace', TRUSTED_PROXIES: '127.0.0.1' };
    await using server = await ServerProcess.start(env);
    secrets = await teach(server);
    await sendBent(server.url);
    const stranger = new HttpPerson(server.url);
    for (const address of Object.keys(networks)) {
      const from = { 'x-forwarded-for': address };
      await stranger.post('/api/auth/sign-in/email', { email: 'nobody@school.example', password: 'not it' }, from);
    }
    const me = await stranger.get('/api/me');
    requestId = me.headers.get('x-request-id') ?? '';
    saidToStranger = me.json;
    server.signal('SIGTERM');
    await server.ended();
    written = server.complaints;
  });

  it('[SEC-38] holds no name, word, code, cookie or board', () => {
    const log = written.join('\n');
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(lines()).toContainEqual(
      expect.objectContaining({ method: 'GET', route: '/api/boards/:board/snapshot', status: 404 }),
    );
    expect(lines()).toContainEqual(expect.objectContaining({ event: 'refused', code: 'JOIN_REFUSED' }));
  });

  it('[SEC-38] has one JSON object a line, and nobody else can write one', () => {
    expect(lines().length).toBeGreaterThan(15);
    expect(lines().filter(({ level }) => level === 60)).toEqual([]);
  });

  it('[SEC-38] names each request as its answer does', () => {
    expect(saidToStranger).toMatchObject({ code: 'SIGN_IN_NEEDED', requestId });
    expect(lines().filter((line) => line['requestId'] === requestId)).toHaveLength(1);
  });

  it('[SG-05] says where from in security lines alone, and cut to a network of many', () => {
    const log = written.join('\n');
    for (const address of ['127.0.0.1', ...Object.keys(networks)]) expect(log).not.toContain(address);
    const placed = lines().filter((line) => 'network' in line);
    expect(new Set(placed.map(({ event }) => event))).toEqual(new Set(['signed-in', 'refused']));
    const refused = placed.filter(({ code }) => code === 'SIGN_IN_FAILED');
    expect(refused.map(({ network }) => network)).toEqual(Object.values(networks));
  });
});

it('[SEC-38] a process that a fault ends says where it happened, and not what the fault quotes', async () => {
  const here = (name: string): string => fileURLToPath(new URL(`../src/observability/${name}`, import.meta.url));
  const program = `
    import { createLogger } from '${here('logger.ts')}';
    import { logLastWords } from '${here('process-end.ts')}';
    logLastWords(createLogger('info'));
    void Promise.reject(new RangeError('${canary}'));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(said).not.toContain(canary);
  expect(JSON.parse(said)).toMatchObject({ level: 60, event: 'crashed', error: 'RangeError' });
});
