import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { UploadedAsset } from '@bridgeboard/protocol';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { DemoServer, RawClient, image, makeBoard, signInStaff, until, type HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshFolder } from './server-in-process.ts';
import { photo } from './sample-pictures.ts';

let folder: Awaited<ReturnType<typeof freshFolder>>;
let server: DemoServer;
let board: string;
const answered: string[] = [];

beforeAll(async () => {
  folder = await freshFolder();
  server = await DemoServer.start({ dataDir: folder.path });
  board = await makeBoard(await signInStaff(server, 0));
});
afterAll(async () => {
  await server.stop();
  await folder[Symbol.asyncDispose]();
});

function blobCount(): number {
  try {
    return readdirSync(join(folder.path, 'blobs'), { recursive: true }).filter((name) =>
      /[0-9a-f]{64}$/.test(String(name)),
    ).length;
  } catch {
    return 0;
  }
}

/** Something that has happened of adding a picture, and how one sees it. */
interface Moment {
  readonly name: string;
  readonly comes: (adding: { answer: Promise<HttpAnswer | null>; before: number; round: number }) => Promise<unknown>;
}

const moments: readonly Moment[] = [
  { name: 'the request is on its way', comes: async () => undefined },
  { name: 'bytes of both sizes are there', comes: ({ before }) => until(() => blobCount() > before + 1, 'two blobs') },
  { name: 'the upload was answered', comes: ({ answer }) => answer },
  {
    name: 'an image shows it',
    comes: async ({ answer, round }) => show(((await answer)?.json ?? null) as never, round),
  },
];

async function show(asset: UploadedAsset, round: number): Promise<void> {
  await using pen = await new RawClient(await signInStaff(server, 0)).join(board);
  await pen.edit({ op: 'create', record: image(`crash-${round}`, `asset:${asset.id}`) });
}

test.each(moments)('[REL-22] [REL-01] the server is killed when $name', async ({ comes }) => {
  const person = await signInStaff(server, 0);
  const [before, round] = [blobCount(), moments.findIndex((one) => one.comes === comes)];
  // Each of another colour: equal bytes would be there already.
  const sent = await photo(640, 480, `#${round}0${round}5a0`);
  const path = `/api/boards/${board}/pictures/crashing-upload-${round}`;
  const answer = person.put(path, sent).catch(() => null);
  await comes({ answer, before, round });
  await server.kill();
  const asset = ((await answer)?.json ?? null) as UploadedAsset | null;
  if (asset) answered.push(asset.id);
  server = await server.restart();
  // The browser sends it again under the same name, whatever became of it, and it can be shown.
  const again = await (await signInStaff(server, 0)).put(path, sent);
  expect([again.status, again.json]).toEqual([201, asset ?? again.json]);
});

test('[REL-22] no picture that was answered or is shown lacks its bytes', async () => {
  const shown = await new RawClient(await signInStaff(server, 0)).join(board);
  const onBoard = [...shown.seen().keys()].filter((id) => id.startsWith('asset:'));
  await shown.close();
  await server.stop();
  await using storage = await openStored();
  const ids = [...answered, ...onBoard.map((id) => id.slice('asset:'.length))];
  const kept = await Promise.all(
    ids.map(async (id) => {
      const asset = await storage.assets.asset(id);
      const sizes = await Promise.all([asset?.full, asset?.small].map((blob) => storage.blobs.size(blob?.hash ?? '')));
      return asset && JSON.stringify(sizes) === JSON.stringify([asset.full.bytes, asset.small.bytes]);
    }),
  );
  expect(kept).toEqual(ids.map(() => true));
  expect([onBoard.length, ids.length > 2]).toEqual([1, true]);
});

async function openStored() {
  const storage = await openSqliteStorage({ dataDir: folder.path });
  return { ...storage, [Symbol.asyncDispose]: () => storage.close() };
}
