import { projectView, rewindPerson, writeCheckpoint, type Actor, type Span } from '@bridgeboard/domain';
import type { BoardJournal, Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { BoardWorld, aisha, oliver, plain, reed, replayed, shape } from '@bridgeboard/testkit';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pastOf, stateAt } from './board-history.ts';

const schools = ['north', 'south'];
/** More than two pages of a journal. */
const edits = 2_300;

/** Three people draw, move and delete for a while, a second for each edit; a page of the journal is long over in the end. */
function longHistory(): BoardWorld {
  const world = new BoardWorld();
  const people: readonly Actor[] = [reed, oliver, aisha];
  for (let i = 0; i < edits; i += 1) {
    world.now += 1_000;
    const by = people[i % 3] ?? reed;
    const { id } = shape('note', `${by.person}-${Math.floor(i / 60) % 4}`);
    const isThere = world.state.slots.get(id) !== undefined;
    if (isThere && i % 57 === 0) world.edit(by, [{ op: 'delete', id }]);
    else if (isThere) world.edit(by, [{ op: 'update', id, set: { x: i } }]);
    else world.edit(by, [{ op: 'create', record: shape('note', `${by.person}-${Math.floor(i / 60) % 4}`, { x: i }) }]);
  }
  return world;
}

const world = longHistory();

describe.each(['memory', 'sqlite'] as const)('the past of a board in %s', { timeout: 30_000 }, (kind) => {
  let storage: Storage;
  let folder: string | undefined;

  beforeAll(async () => {
    folder = kind === 'sqlite' ? await mkdtemp(join(tmpdir(), 'bridgeboard-')) : undefined;
    storage = folder === undefined ? await openMemoryStorage() : await openSqliteStorage({ dataDir: folder });
    await storage.journal.append(world.journal);
  });
  afterAll(async () => {
    await storage.close();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  /** The time of the entry at some part of the journal. */
  const timeAt = (part: number): number => world.journal[Math.floor(world.journal.length * part)]?.facts.at ?? 0;

  async function countsFor(journal: BoardJournal, about: Span & { actor: Actor }): Promise<unknown> {
    const past = await pastOf(journal, world.state, about);
    const whole = { before: replayed([]), entries: world.journal };
    const outcome = rewindPerson(world.state, { ...about, past, now: world.now });
    expect(outcome).toEqual(rewindPerson(world.state, { ...about, past: whole, now: world.now }));
    return 'count' in outcome ? outcome.count : outcome;
  }

  test('[P26] a rewind that reads only what it needs comes to the same as one that reads the whole journal', async () => {
    const spans = [
      { person: oliver.person, from: timeAt(0.4), to: timeAt(0.5) },
      { person: oliver.person, from: timeAt(0.95), to: Infinity },
      { person: oliver.person, from: 0, to: timeAt(0.2) },
      { person: reed.person, from: timeAt(0.9), to: timeAt(0.99) },
    ];
    for (const span of spans) await countsFor(storage.journal, { ...span, actor: reed });
    expect(
      await countsFor(storage.journal, { person: oliver.person, from: timeAt(0.9), to: Infinity, actor: reed }),
    ).toMatchObject({ records: 4 });
    expect(await countsFor(storage.journal, { person: 'nobody', from: 0, to: Infinity, actor: reed })).toEqual({
      refused: 'NOT_FOUND',
    });
  });

  test('[HIST4] the board as of any entry is had from the journal, with and without a checkpoint', async () => {
    const { board, epoch } = world.state;
    const middle = Math.floor(world.journal.length / 2);
    for (const isKept of [false, true]) {
      if (isKept) {
        const chunks = writeCheckpoint(replayed(world.journal, middle), world.now);
        const manifest = { board, epoch, seq: middle, chunks: chunks.length, schema: {} };
        await storage.journal.putCheckpoint(manifest, chunks);
      }
      for (const seq of [1, 7, middle - 1, middle, middle + 1, world.state.seq]) {
        expect(plain(await stateAt(storage.journal, { board, schools, seq }))).toEqual(
          plain(replayed(world.journal, seq)),
        );
      }
    }
    const last = await stateAt(storage.journal, { board, schools, seq: world.state.seq });
    expect(projectView(last, { kind: 'guests' })).toEqual(world.seenByAll());
    await expect(stateAt(storage.journal, { board, schools, seq: world.state.seq + 1 })).rejects.toThrow(
      'ends at entry',
    );
    await countsFor(storage.journal, { person: oliver.person, from: timeAt(0.8), to: timeAt(0.9), actor: reed });
  });
});
