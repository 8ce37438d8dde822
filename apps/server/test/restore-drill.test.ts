import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createBoardState, projectView, replayTo, type BoardState } from '@bridgeboard/domain';
import type { JournalEntry, UploadedAsset } from '@bridgeboard/protocol';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import {
  RawClient,
  image,
  atTheDoor,
  letPupilIn,
  makeBoard,
  shape,
  signInStaff,
  until,
  type HttpPerson,
} from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Manifest } from '../src/backup/manifest.ts';
import { loadBoard } from '../src/rooms/load-board.ts';
import { photo } from './sample-pictures.ts';
import { freshFolder, startInProcess, type ServerInProcess } from './server-in-process.ts';
import { backUp, restore } from './whole-store.ts';

/** Somebody who draws without a pause, and what of it was said to be kept. */
class Drawing {
  readonly kept: string[] = [];
  readonly client: RawClient;
  #isOver = false;
  readonly #running: Promise<void>;

  constructor(client: RawClient, name: string) {
    this.client = client;
    this.#running = this.#draw(name);
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
    await this.client.close();
  }

  async #draw(name: string): Promise<void> {
    for (let n = 0; !this.#isOver; n += 1) {
      const record = shape('note', `${name}-${n}`);
      const answer = await this.client.edit({ op: 'create', record });
      if (answer.refused === undefined) this.kept.push(record.id);
    }
  }
}

/** What the drill found, for the tests below to look at. */
interface Drill {
  readonly board: string;
  readonly epoch: string | undefined;
  readonly manifest: Manifest;
  readonly pens: readonly Drawing[];
  /** How much of each had been kept when the backup began. */
  readonly keptBefore: readonly number[];
  readonly cookie: string;
  /** A picture that a teacher put on the board, and its bytes. */
  readonly picture: { readonly id: string; readonly bytes: Uint8Array };
  readonly demo: ServerInProcess['demo'];
}

let folder: Awaited<ReturnType<typeof freshFolder>>;
let drill: Drill;
const place = (name: string): string => join(folder.path, name);

/** A server under load, and a backup of it meanwhile. */
async function backUpUnderLoad(): Promise<Drill> {
  await using server = await startInProcess({ DATA_DIR: place('before') });
  const [reed, bello] = [await signInStaff(server, 0), await signInStaff(server, 1)];
  const board = await makeBoard(reed);
  const oliver = await letPupilIn(server, { school: 0, pupil: 0, board, by: reed });
  const upload = await reed.put(`/api/boards/${board}/pictures/a-picture-of-a-river`, await photo());
  const { id } = upload.json as UploadedAsset;
  const picture = { id, bytes: (await reed.get(`/a/${id}`)).bytes };
  const people: HttpPerson[] = [reed, bello, oliver];
  const clients = await Promise.all(people.map((person) => new RawClient(person).join(board)));
  await clients[0]?.edit({ op: 'create', record: image('picture', `asset:${id}`) });
  const pens = clients.map((client, i) => new Drawing(client, `pen-${i}`));
  await until(() => pens.every(({ kept }) => kept.length > 15), 'work before the backup');
  const keptBefore = pens.map(({ kept }) => kept.length);
  const manifest = await backUp(place('before'), place('backup'));
  const keptThen = pens.map(({ kept }) => kept.length);
  await until(() => pens.every(({ kept }, i) => kept.length > (keptThen[i] ?? 0) + 5), 'work after the backup');
  for (const pen of pens) await pen.stop();
  return {
    board,
    epoch: clients[0]?.joined?.epoch,
    manifest,
    pens,
    keptBefore,
    cookie: reed.cookie,
    picture,
    demo: server.demo,
  };
}

/** A board of a folder that no server has, with its journal. */
async function boardIn(name: string): Promise<{ journal: JournalEntry[]; state: BoardState; schools: string[] }> {
  const storage = await openSqliteStorage({ dataDir: place(name) });
  const { board } = drill;
  const schools = (await storage.catalogue.board(board))?.schools ?? [];
  const journal = await storage.journal.read(board, 1, 10_000);
  const state = await loadBoard(storage.journal, { board, schools });
  await storage.close();
  return { journal, state, schools };
}

beforeAll(async () => {
  folder = await freshFolder();
  drill = await backUpUnderLoad();
  await restore(place('backup'), place('after'));
}, 60_000);
afterAll(() => folder[Symbol.asyncDispose]());

describe('a backup that was taken under load', () => {
  test('[REL-19] [BK1] stands again as the replay of the journal up to one entry', async () => {
    const [old, restored] = [await boardIn('before'), await boardIn('after')];
    const last = restored.journal.length - 1;
    expect(last).toBeLessThan(old.journal.length);
    expect(restored.journal.slice(0, last)).toEqual(old.journal.slice(0, last));
    const { board } = drill;
    const replayed = replayTo(createBoardState({ board, schools: old.schools, epoch: '' }), old.journal, last);
    for (const school of old.schools) {
      const viewer = { kind: 'staff', school } as const;
      expect(projectView(restored.state, viewer)).toEqual(projectView(replayed, viewer));
    }
  });

  test('[REL-19] [BK1] holds all that was kept before it began, and of what came later a beginning', async () => {
    const { state } = await boardIn('after');
    for (const [i, { kept }] of drill.pens.entries()) {
      const there = kept.map((id) => state.slots.get(id) !== undefined);
      const count = there.indexOf(false);
      expect(there.slice(count)).not.toContain(true);
      expect(count).toBeGreaterThanOrEqual(drill.keptBefore[i] ?? 0);
      expect(count).toBeLessThan(kept.length);
    }
  });

  test('[REL-19] [P33] begins a new epoch with one entry, and no entry of another is mixed in', async () => {
    const { journal, state } = await boardIn('after');
    expect(new Set(journal.slice(0, -1).map(({ facts }) => facts.epoch))).toEqual(new Set([drill.epoch]));
    expect(journal.at(-1)?.facts).toMatchObject({ kind: 'restore', changes: [{ to: drill.manifest.takenAt }] });
    expect(state.epoch).toBe(journal.at(-1)?.facts.epoch);
    expect(state.epoch).not.toBe(drill.epoch);
  });

  test('[BK4] holds no session, and the key as it was', async () => {
    const token = decodeURIComponent(drill.cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(20);
    const identities = await readFile(join(place('backup'), 'identities.ndjson'), 'utf8');
    expect(identities).not.toContain(token);
    expect(identities).toContain('"model":"user"');
    const keys = ['before', 'backup', 'after'].map((name) => readFile(join(place(name), 'instance.key'), 'utf8'));
    expect(new Set(await Promise.all(keys)).size).toBe(1);
  });

  test('[BK3] is restored into an empty store only, and overwrites no backup', async () => {
    await expect(restore(place('backup'), place('before'))).rejects.toThrow(/There is something in the store already/);
    await expect(backUp(place('after'), place('backup'))).rejects.toThrow(/is not empty/);
  });

  test('[BK3] is not served while its restore is unfinished', async () => {
    const mark = join(place('after'), 'unfinished-restore.sqlite');
    await writeFile(mark, '');
    await expect(startInProcess({ DATA_DIR: place('after') })).rejects.toThrow(/was cut off/);
    await rm(mark);
  });

  test('[REL-19] [P33] is served: everybody signs in again, and what was not in it comes in anew, held', async () => {
    await using server = await startInProcess({ DATA_DIR: place('after') });
    const { board, demo, cookie, manifest, pens } = drill;
    expect((await fetch(`${server.url}/api/me`, { headers: { cookie } })).status).toBe(401);
    // Passwords, class codes and picture PINs are as they were.
    const reed = await signInStaff({ url: server.url, demo }, 0);
    const bello = await signInStaff({ url: server.url, demo }, 1);
    await reed.post(`/api/boards/${board}/door`, { minutes: 30 });
    // Who had been let in to the board still is.
    const oliver = await atTheDoor({ url: server.url, demo }, { school: 0, pupil: 0 });
    await using his = await new RawClient(oliver, { client: 'the-same-browser-1' }).join(board);
    await using hers = await new RawClient(reed).join(board);
    await using theirs = await new RawClient(bello).join(board);
    expect(his.joined).toMatchObject({ restoredTo: manifest.takenAt, resume: 'snapshot' });
    expect(his.joined?.epoch).not.toBe(drill.epoch);
    expect(theirs.seen().has(image('picture', '').id)).toBe(true);
    expect((await bello.get(`/a/${drill.picture.id}`)).bytes).toEqual(drill.picture.bytes);
    expect((await bello.get(`/a/${drill.picture.id}?size=small`)).status).toBe(200);

    const lost = pens[2]?.kept.at(-1) ?? '';
    expect(his.seen().has(lost)).toBe(false);
    const record = { ...shape('note', 'again'), id: lost };
    const answer = await his.send({ seq: 1, ops: [{ op: 'create', record }], late: true });
    expect(answer.refused).toBeUndefined();
    await until(() => hers.seen().has(lost), "what came again, on the own teacher's board");
    expect(theirs.seen().has(lost)).toBe(false);
  });
});
