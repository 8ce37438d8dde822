import { join } from 'node:path';
import { Readable } from 'node:stream';

import type { Asset, Op, UploadedAsset } from '@bridgeboard/protocol';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { HttpPerson, image, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readBlob } from '../src/picture-addresses.ts';
import { PictureMaker } from '../src/pictures/picture-maker.ts';
import { PictureShelf } from '../src/pictures/picture-shelf.ts';
import { createCharterOf } from '../src/charter-of.ts';
import { createSchoolBriefs } from '../src/school-briefs.ts';
import { Uploads } from '../src/pictures/uploads.service.ts';
import { systemRandom } from '../src/time-and-chance.ts';
import { startCrowd, type Crowd, type Somebody } from './crowd.ts';
import { approve, askToErase, filesWith } from './erasing.ts';
import { photo } from './sample-pictures.ts';
import { freshFolder } from './server-in-process.ts';
import { backUp, expectPictures, restore } from './whole-store.ts';

let crowd: Crowd;
let folders: Awaited<ReturnType<typeof freshFolder>>;
let gone: Somebody;
let staying: Somebody;
/** Pictures of the pupil who is erased: on the board, never shown, and one whose bytes a classmate has too. */
let his: readonly [shown: Asset, unused: Asset, alike: Asset];
let hers: Asset;
let bytes: readonly Buffer[];
const place = (name: string): string => join(folders.path, name);

async function uploaded({ http }: Somebody, [name, ...size]: [string, number, number]): Promise<Asset> {
  const path = `/api/boards/${crowd.board}/pictures/${name.padEnd(20, 'x')}`;
  const { id } = (await http.put(path, await photo(...size))).json as UploadedAsset;
  return (await crowd.server.storage.assets.asset(id)) as Asset;
}

function shows({ id }: Asset, name: string): Op {
  return { op: 'create', record: image(name, `asset:${id}`) };
}

/** How each size of a picture is answered to this person. */
async function answersTo({ http }: Somebody, { id }: Asset): Promise<number[]> {
  return Promise.all(['', '?size=small'].map(async (size) => (await http.get(`/a/${id}${size}`)).status));
}

beforeAll(async () => {
  folders = await freshFolder();
  crowd = await startCrowd({ pupils: 4 });
  const [first, second] = crowd.of(0).pupils;
  if (!first || !second) throw new Error('there are two');
  [gone, staying] = [first, second];
  his = [
    await uploaded(gone, ['shown', 600, 400]),
    await uploaded(gone, ['unused', 500, 300]),
    await uploaded(gone, ['alike', 400, 400]),
  ];
  hers = await uploaded(staying, ['alike', 400, 400]);
  const own = his.slice(0, 2).flatMap(({ full, small }) => [full, small]);
  bytes = await Promise.all(
    own.map(async ({ hash }) => (await readBlob(crowd.server.storage.blobs, hash)) ?? Buffer.alloc(0)),
  );
});
afterAll(async () => {
  await crowd[Symbol.asyncDispose]();
  await folders[Symbol.asyncDispose]();
});

/** Nothing is called like the erased pictures, and nothing holds their bytes; a classmate's are there. */
async function expectGone(folder: string): Promise<void> {
  const [shown, unused, alike] = his;
  const words = [shown, unused].flatMap(({ full, small }) => [full.hash, small.hash]);
  for (const wanted of [...words, ...bytes]) {
    expect(await filesWith(folder, wanted)).toEqual([]);
  }
  expect(alike.full).toEqual(hers.full);
  expect(await filesWith(folder, hers.full.hash)).not.toEqual([]);
}

describe('the pictures of a pupil who is erased', () => {
  test('[ER1] [SG-21] [P23] are gone from boards, pages, answers and the folder at once, and nobody else’s are', async () => {
    const { teacher } = crowd.of(0);
    const [pen, desk] = [await crowd.join(gone), await crowd.join(teacher)];
    const [pens, far] = [await crowd.join(staying), await crowd.join(crowd.of(1).teacher)];
    expect(await pen.edit(shows(his[0], 'his'))).not.toHaveProperty('refused');
    await approve(crowd, desk, image('his', '').id);
    await pens.edit(shows(hers, 'hers'));
    await until(() => far.seen().has(image('his', '').id), 'the picture at the other school');
    // A copy is the teacher's, and shows the pupil's work all the same.
    expect(await desk.edit(shows(his[0], 'copy'))).not.toHaveProperty('refused');
    const { directory } = crowd.server.storage;
    const known = await directory.pupil(gone.id);
    if (known) await directory.putPupil({ ...known, consent: { ...known.consent, publishWork: true } });
    const { id: page } = (await teacher.http.post(`/api/boards/${crowd.board}/publications`)).json as { id: string };
    const parent = new HttpPerson(crowd.server.url);
    const published = async (path: string): Promise<string> => (await parent.get(`/p/${page}${path}`)).text;
    for (const path of ['', '/board.svg']) expect(await published(path)).toContain('data:image/webp');
    expect(await answersTo(crowd.of(1).teacher, his[0])).toEqual([200, 200]);
    for (const wanted of bytes) expect(await filesWith(crowd.server.dataDir, wanted)).toHaveLength(1);
    await backUp(crowd.server.dataDir, place('old'));

    await askToErase(crowd.server.dataDir, gone.id);
    for (const person of [teacher, staying, crowd.of(1).teacher]) {
      for (const picture of his) expect(await answersTo(person, picture)).toEqual([404, 404]);
    }
    expect((await gone.http.get(`/a/${his[0].id}`)).status).toBe(401);
    expect(await answersTo(staying, hers)).toEqual([200, 200]);
    for (const path of ['', '/board.svg']) {
      expect(await published(path)).not.toContain('data:image/webp');
      expect(await published(path)).not.toContain('A river');
    }
    const kept = JSON.stringify(await crowd.server.storage.publications.publicationsOf(crowd.board));
    expect([kept.includes(his[0].id), kept.includes(image('copy', '').id)]).toEqual([false, false]);
    for (const client of [desk, pens, far]) {
      await until(() => !client.seen().has(image('copy', '').id), 'a view without the picture');
      expect(JSON.stringify([...client.seen().values()])).not.toContain(his[0].id);
    }
    expect(await crowd.server.storage.assets.assetsBy(gone.id)).toEqual([]);
    expect(pens.seen().has(image('hers', '').id)).toBe(true);
    expect(await desk.edit(shows(his[0], 'copy'))).toHaveProperty('refused');
  });

  test('[ER4] [BK2] are gone from a restored backup of before as well, and from a new one', async () => {
    for (const wanted of bytes) expect(await filesWith(place('old'), wanted)).toHaveLength(1);
    await backUp(crowd.server.dataDir, place('new'));
    await expectGone(place('new'));
    await restore(place('old'), place('restored'));
    await expectGone(place('restored'));
    const storage = await openSqliteStorage({ dataDir: place('restored') });
    expect(await expectPictures(storage)).toBe(1);
    await storage.close();
  });
});

test('[ER1] a picture that is being made while its person is erased is not kept', async () => {
  const { storage, boards, clock } = crowd.server;
  const board = await storage.catalogue.board(crowd.board);
  if (!board) throw new Error('the crowd has a board');
  using maker = new PictureMaker();
  const make = async (bytes: Uint8Array): ReturnType<PictureMaker['make']> => {
    const made = await maker.make(bytes);
    await storage.erasures.put({ id: staying.id, kind: 'person', askedAt: 1, doneAt: 1 });
    return made;
  };
  const shelf = new PictureShelf(storage);
  const asked = { charterOf: createCharterOf(storage.directory), schoolBrief: createSchoolBriefs(storage.directory) };
  const uploads = new Uploads({ ...storage, ...asked, boards, maker: { make }, shelf, clock, random: systemRandom });
  const bytes = await photo(320, 200);
  const body = Object.assign(Readable.from([bytes]), { headers: { 'content-length': String(bytes.length) } });
  const before = await storage.assets.assetsBy(staying.id);
  const person = { ...staying, name: 'Pupil A2' };
  const taking = uploads.take({ person, board, upload: 'too-late-too-late-xx' }, body);
  await expect(taking).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  expect(await storage.assets.assetsBy(staying.id)).toEqual(before);
});

test('[ER1] [REL-22] a picture that is being kept meanwhile is waited for, and one that comes then waits', async () => {
  const { assets, blobs } = await openMemoryStorage();
  const shelf = new PictureShelf({ assets, blobs });
  const told: string[] = [];
  const { promise: lastByte, resolve: arrive } = Promise.withResolvers<void>();
  const first = shelf.keep(async () => {
    await lastByte;
    await assets.create({ ...hers, author: gone.id });
    told.push('kept');
  });
  const forgetting = shelf.forget(gone.id).then(() => told.push('forgotten'));
  const later = shelf.keep(async () => void told.push('kept later'));
  arrive();
  await Promise.all([first, forgetting, later]);
  expect(told[0]).toBe('kept');
  expect(told.toSorted()).toEqual(['forgotten', 'kept', 'kept later']);
  expect(await assets.assetsBy(gone.id)).toEqual([]);
});
