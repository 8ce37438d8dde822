import { readdir } from 'node:fs/promises';

import type { Asset, Op, UploadedAsset } from '@bridgeboard/protocol';
import { HttpPerson, RawClient, image, until, type HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sweepPictures } from '../src/pictures/picture-sweep.ts';
import { onBoard, startLesson, type Lesson } from './lesson.ts';
import { canary, photo, photoWithSecrets, svg } from './sample-pictures.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let lesson: Lesson;
let names = 0;

beforeAll(async () => {
  server = await startInProcess();
  lesson = await startLesson(server as never);
});
afterAll(() => server.close());

function newName(): string {
  return `upload-${(names += 1)}-${'x'.repeat(10)}`;
}

/** Sends a picture, to the lesson's board and under a new name if nothing else is said. */
function send(
  person: HttpPerson,
  bytes: Uint8Array,
  { name = newName(), board = lesson.board } = {},
): Promise<HttpAnswer> {
  return person.put(`/api/boards/${board}/pictures/${name}`, bytes);
}

async function uploaded(person: HttpPerson): Promise<UploadedAsset> {
  const answer = await send(person, await photo());
  expect(answer.status).toBe(201);
  return answer.json;
}

function shows(asset: UploadedAsset): Op {
  return { op: 'create', record: image(`i-${asset.id}`, `asset:${asset.id}`) };
}

/** An answer without what is new in each. */
function told({ status, text, headers }: HttpAnswer): unknown {
  const kept = [...headers].filter(([name]) => !['date', 'x-request-id', 'etag'].includes(name));
  return { status, text: text.replace(/"requestId":"[^"]*"/, ''), headers: kept };
}

describe('the bytes of a picture', () => {
  it('[P19] [P22] [P23] [SEC-09] are for whoever sees an image that shows it, at each moment, and to all else were never there', async () => {
    const { oliver, reed, bello, aisha } = lesson;
    await using pen = await onBoard(lesson, oliver);
    await using desk = await onBoard(lesson, reed);
    const asset = await uploaded(oliver);
    const read = async (...people: HttpPerson[]): Promise<number[]> =>
      Promise.all(people.map(async (person) => (await person.get(`/a/${asset.id}`)).status));
    expect(await read(oliver, reed, bello, aisha)).toEqual([200, 404, 404, 404]);

    expect(await pen.edit(shows(asset))).not.toHaveProperty('refused');
    expect(await read(oliver, reed, bello, aisha)).toEqual([200, 200, 404, 404]);
    const [absent, foreign] = await Promise.all(
      ['never-was-there-000000', asset.id].map((id) => bello.get(`/a/${id}?size=small`)),
    );
    expect(absent && told(absent)).toEqual(foreign && told(foreign));

    const item = await waiting(desk);
    const base = `/api/boards/${lesson.board}`;
    await reed.post(`${base}/cases/${item.id}/decision`, { verdict: 'board', hash: item.hash });
    expect(await read(oliver, reed, bello, aisha)).toEqual([200, 200, 200, 200]);

    await reed.post(`${base}/records/${image(`i-${asset.id}`, '').id}/hide`, { hidden: true });
    expect(await read(oliver, reed, bello, aisha)).toEqual([404, 200, 404, 404]);
  });

  it('[SEC-23] [SEC-36] come with nothing that a browser could run, and are kept nowhere on the way', async () => {
    const asset = await uploaded(lesson.reed);
    const answer = await lesson.reed.get(`/a/${asset.id}`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': 'attachment',
      'cache-control': 'no-store',
    });
    expect(answer.bytes.length).toBe(asset.bytes);
    expect((await lesson.reed.get(`/a/${asset.id}?size=small`)).bytes.length).toBeLessThan(asset.bytes);
  });

  it('[SEC-25] [SEC-09] have no other address than their id', async () => {
    for (const id of ['..%2f..%2fetc%2fpasswd', '%00', '%2e%2e%2fdata', 'a'.repeat(300), `${'a'.repeat(64)}`]) {
      expect((await lesson.reed.get(`/a/${id}`)).status).toBe(404);
    }
    const { id } = await uploaded(lesson.reed);
    const found = (await server.storage.assets.asset(id)) as Asset;
    for (const { hash } of [found.full, found.small]) expect((await lesson.reed.get(`/a/${hash}`)).status).toBe(404);
  });
});

async function waiting(desk: RawClient): Promise<{ id: string; hash: string }> {
  server.clock.forward(6_000);
  const found = await until(
    () => [...desk.cases.values()].find((one) => one.status === 'waiting' && one.hash),
    'the case to wait',
  );
  return { id: found.id, hash: found.hash ?? '' };
}

describe('what the server draws', () => {
  it('[P19] [SG-18] holds a picture for whoever sees it, on a published page too, and for nobody else', async () => {
    const { oliver, reed, bello } = lesson;
    const { id: board } = (await reed.post('/api/boards', { title: 'Drawn' })).json as { id: string };
    const pupil = (await oliver.get('/api/me')).json as { id: string; school: { id: string } };
    const admitted = { board, pupil: pupil.id, school: pupil.school.id, by: 'reed-reed-reed', at: 1 };
    await server.storage.catalogue.admit(admitted);
    await using pen = await new RawClient(oliver).join(board);
    await using desk = await new RawClient(reed).join(board);
    const answer = await send(oliver, await photo(), { board });
    await pen.edit(shows(answer.json as UploadedAsset));
    const item = await waiting(desk);
    const holds = async (person: HttpPerson, path: string): Promise<boolean> =>
      (await person.get(`/api/boards/${board}/${path}`)).text.includes('data:image/webp;base64,');
    expect(await holds(reed, `cases/${item.id}/picture.svg`)).toBe(true);
    expect(await holds(reed, `cases/${item.id}/picture.svg?view=close`)).toBe(true);
    expect([await holds(oliver, 'picture.svg'), await holds(bello, 'picture.svg')]).toEqual([true, false]);

    await reed.post(`/api/boards/${board}/cases/${item.id}/decision`, { verdict: 'board', hash: item.hash });
    expect(await holds(bello, 'picture.svg')).toBe(true);
    const { id } = (await reed.post(`/api/boards/${board}/publications`)).json as { id: string };
    const parent = new HttpPerson(server.url);
    const published = async (): Promise<boolean[]> =>
      Promise.all(
        [`/p/${id}`, `/p/${id}/board.svg`].map(async (path) =>
          (await parent.get(path)).text.includes('data:image/webp'),
        ),
      );
    expect(await published()).toEqual([true, true]);
    expect((await parent.get(`/p/${id}`)).text).toContain('A river');
    const known = await server.storage.directory.pupil(pupil.id);
    if (!known) throw new Error('no such pupil');
    await server.storage.directory.putPupil({ ...known, consent: { ...known.consent, publishWork: false } });
    expect(await published()).toEqual([false, false]);
    await server.storage.directory.putPupil(known);
  });
});

describe('adding a picture', () => {
  it('[SG-16] [SG-17] keeps neither the file nor a name of it', async () => {
    const name = newName();
    const headers = { 'content-disposition': `attachment; filename="${canary}.jpg"` };
    const answer = await lesson.oliver.put(
      `/api/boards/${lesson.board}/pictures/${name}`,
      await photoWithSecrets(),
      headers,
    );
    const asset = (await server.storage.assets.asset((answer.json as UploadedAsset).id)) as Asset;
    expect(JSON.stringify(asset)).not.toContain(canary);
    const { bytes } = await lesson.oliver.get(`/a/${asset.id}`);
    expect(Buffer.from(bytes).includes(canary)).toBe(false);
    const files = await readdir(server.dataDir, { recursive: true });
    expect(files.filter((file) => /\.(jpe?g|png|webp)$/i.test(file) || file.includes(canary))).toEqual([]);
  });

  it('[P19] equal bytes are two pictures with two ids, and nothing says that they are equal', async () => {
    const [one, other] = [await uploaded(lesson.oliver), await uploaded(lesson.aisha)];
    expect(one.id).not.toBe(other.id);
    expect(one.id).toMatch(/^[\w-]{21}$/);
    expect({ ...one, id: '' }).toEqual({ ...other, id: '' });
  });

  it('[REL-22] the same upload sent again is the same picture, for its own person and board', async () => {
    const name = newName();
    const first = await send(lesson.oliver, await photo(), { name });
    expect((await send(lesson.oliver, await photo(), { name })).json).toEqual(first.json);
    expect((await send(lesson.aisha, await photo(), { name })).json).not.toEqual(first.json);
    const { id: elsewhere } = (await lesson.reed.post('/api/boards', { title: 'Another' })).json as { id: string };
    const own = newName();
    await send(lesson.reed, await photo(), { name: own });
    expect((await send(lesson.reed, await photo(), { name: own, board: elsewhere })).json).toMatchObject({
      code: 'BAD_ID',
    });
  });

  it.each([
    ['an SVG', Buffer.from(svg), { status: 415, json: { code: 'FILE_TYPE' } }],
    ['nothing', Buffer.alloc(0), { status: 415, json: { code: 'FILE_TYPE' } }],
    ['five megabytes and one byte', Buffer.alloc(5_000_001), { status: 413, json: { code: 'FILE_TOO_BIG' } }],
  ])('[L17] [SEC-24] of a pupil, %s is refused', async (_name, file, refusal) => {
    expect(await send(lesson.oliver, file)).toMatchObject(refusal);
  });

  it('[L17] staff may send 15 MB, and no more', async () => {
    const padded = (length: number): Promise<Buffer> =>
      photo().then((bytes) => Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]));
    expect((await send(lesson.reed, await padded(15_000_000))).status).toBe(201);
    expect((await send(lesson.reed, await padded(15_000_001))).json).toMatchObject({ code: 'FILE_TOO_BIG' });
  });

  it('[SEC-33] nothing is inflated, and nothing without a length is taken', async () => {
    const path = `/api/boards/${lesson.board}/pictures/${newName()}`;
    const zipped = await lesson.reed.put(path, await photo(), { 'content-encoding': 'gzip' });
    expect(zipped).toMatchObject({ status: 415, json: { code: 'BAD_TYPE' } });
    const stream = new Blob([new Uint8Array(await photo())]).stream();
    const headers = { cookie: lesson.reed.cookie, origin: server.url };
    const endless = await fetch(`${server.url}${path}`, {
      method: 'PUT',
      headers,
      body: stream,
      duplex: 'half',
    } as never);
    expect(endless.status).toBe(411);
  });

  it('[SEC-08] [SEC-09] is for people who may open the board, from our own pages', async () => {
    const stranger = await lesson.bello.put(`/api/boards/nowhere-at-all-0/pictures/${newName()}`, await photo());
    expect(stranger).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
    const path = `/api/boards/${lesson.board}/pictures/${newName()}`;
    const evil = await lesson.bello.put(path, await photo(), { origin: 'https://evil.example' });
    expect(evil).toMatchObject({ status: 403, json: { code: 'BAD_ORIGIN' } });
  });

  it('[SG-30] waits while the drawing is stopped', async () => {
    const path = `/api/boards/${lesson.board}/freeze`;
    await lesson.reed.post(path, { whom: { all: true }, frozen: true });
    const frozen = await send(lesson.oliver, await photo());
    await lesson.reed.post(path, { whom: { all: true }, frozen: false });
    expect(frozen).toMatchObject({ status: 403, json: { code: 'FROZEN', retryable: true } });
    expect((await send(lesson.oliver, await photo())).status).toBe(201);
  });

  it('[L17] [P28] a school’s share of a board is full for that school alone', async () => {
    const [mine] = await server.storage.assets.unkept(Number.MAX_SAFE_INTEGER, 1);
    if (!mine) throw new Error('nothing was uploaded');
    const { id: board } = (await lesson.reed.post('/api/boards', { title: 'Full' })).json as { id: string };
    const school = (await server.storage.catalogue.board(board))?.schools[0] ?? '';
    const [north, south] = (await isOf(lesson.reed, school))
      ? [lesson.reed, lesson.bello]
      : [lesson.bello, lesson.reed];
    const full = { ...mine.full, bytes: 249_999_500 };
    await server.storage.assets.create({ ...mine, id: 'filler-filler-filler-', board, school, full });
    expect((await send(north, await photo(), { board })).json).toMatchObject({ code: 'QUOTA' });
    expect((await send(south, await photo(), { board })).status).toBe(201);
  });

  it('[L17] a pupil adds at most 20 pictures in a day', async () => {
    const codes: unknown[] = [];
    for (let at = 0; at < 21; at += 1) codes.push((await send(lesson.aisha, await photo(9, 9))).status);
    expect(codes.at(-1)).toBe(429);
    expect((await send(lesson.aisha, await photo())).json).toMatchObject({ code: 'PICTURES_TODAY' });
    server.clock.forward(86_400_000);
    expect((await send(lesson.aisha, await photo())).status).toBe(201);
  });
});

async function isOf(person: HttpPerson, school: string): Promise<boolean> {
  return ((await person.get('/api/me')).json as { school: { id: string } }).school.id === school;
}

describe('pictures that no board shows', () => {
  it('[REL-22] are gone after a day, with their bytes, and what a board has shown never is', async () => {
    const { storage, boards, clock } = server;
    await using pen = await onBoard(lesson, lesson.reed);
    const [unused, shown] = [await uploaded(lesson.reed), await uploaded(lesson.reed)];
    const gone = (await send(lesson.reed, await photo(333, 111))).json as UploadedAsset;
    const { full } = (await storage.assets.asset(gone.id)) as Asset;
    await pen.edit(shows(shown));
    await pen.edit({ op: 'delete', id: image(`i-${shown.id}`, '').id });
    clock.forward(23.5 * 3_600_000);
    await sweepPictures({ ...storage, boards, clock });
    expect((await lesson.reed.get(`/a/${unused.id}`)).status).toBe(200);
    // So close to its end it can no longer be put on a board.
    expect(await pen.edit(shows(unused))).toMatchObject({ refused: [{ code: 'BAD_ASSET' }] });

    clock.forward(3_600_000);
    await sweepPictures({ ...storage, boards, clock });
    expect((await lesson.reed.get(`/a/${unused.id}`)).status).toBe(404);
    expect(await storage.assets.asset(gone.id)).toBeNull();
    expect(await storage.blobs.size(full.hash)).toBeNull();
    expect((await lesson.reed.get(`/a/${shown.id}`)).status).toBe(200);
  });
});
