import {
  firstBrokenLink,
  projectView,
  rewindPerson,
  WholeActs,
  writeCheckpoint,
  type Actor,
  type Span,
} from '@bridgeboard/domain';
import type { BoardJournal, Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { BoardWorld, aisha, oliver, plain, reed, replayed, shape } from '@bridgeboard/testkit';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { beginEpoch } from '../backup/begin-epoch.ts';
import { pastOf, stateAt } from './board-history.ts';
import { loadBoard } from './load-board.ts';

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

describe('the past of a board some of whose acts are in parts', () => {
  const notes = Array.from({ length: 12 }, (_, i) => shape('note', `n-${i}-`));
  const create = notes.map((record) => ({ op: 'create', record }));

  /** Somebody draws, deletes all of it and draws something else; of one deletion only a part was kept. */
  async function storedHistory(): Promise<{ journal: BoardJournal; parted: BoardWorld; from: number }> {
    const parted = new BoardWorld({ entryLimit: { bytes: 1_000, unweighedSteps: 0 } });
    parted.edit(reed, create);
    parted.wait();
    const from = parted.now;
    const twin = new BoardWorld({ entryLimit: { bytes: 1_000, unweighedSteps: 0 } });
    for (const entry of parted.journal.slice(twin.journal.length)) twin.keep(entry);
    twin.now = from;
    twin.send(reed, { seq: 2, ops: notes.map(({ id }) => ({ op: 'delete', id })) });
    const begun = twin.journal.slice(parted.journal.length).filter(({ facts }) => facts.kind === 'part');
    for (const part of begun.slice(0, 1)) parted.keep(part);
    for (let i = 0; i < 3; i += 1) parted.edit(reed, [{ op: 'update', id: notes[i]?.id, set: { x: 100 + i } }]);
    parted.edit(
      reed,
      notes.map(({ id }) => ({ op: 'delete', id })),
    );
    const { journal } = await openMemoryStorage();
    await journal.append(parted.journal);
    return { journal, parted, from };
  }

  test('[HIST4] [P32] is had at any entry; in the middle of an act it is as it was before that', async () => {
    const { journal, parted } = await storedHistory();
    const { board } = parted.state;
    const at = async (seq: number): Promise<unknown> => {
      const state = await stateAt(journal, { board, schools, seq });
      return plain({ ...state, parts: [], seq: 0, chain: '' });
    };
    for (const { facts } of parted.journal.filter(({ facts: { kind } }) => kind === 'part')) {
      expect(await at(facts.seq)).toEqual(await at(facts.seq - 1));
    }
    expect(plain(await loadBoard(journal, { board, schools }))).toEqual(plain(parted.state));
  });

  test('[P32] [P33] goes on in a new epoch also where a backup ends in the middle of an act', async () => {
    const { parted } = await storedHistory();
    const { board } = parted.state;
    const entries = parted.journal.slice(0, -1);
    const begun = entries.at(-1)?.facts;
    expect(begun?.kind).toBe('part');
    const { journal } = await openMemoryStorage();
    await journal.append(entries);
    await beginEpoch(journal, { id: board, schools }, { epoch: 'next', to: 1, now: parted.now });
    const state = await loadBoard(journal, { board, schools });
    expect([state.epoch, state.seq]).toEqual(['next', parted.state.seq]);
    const before = replayed(parted.journal, (begun?.partOf ?? 0) - 1);
    expect(projectView(state, { kind: 'guests' })).toEqual(projectView(before, { kind: 'guests' }));
    expect(firstBrokenLink(await journal.read(board, 1, 1_000))).toBeNull();
  });

  test('[P26] [P32] is rewound like any other, whatever of it the rewind has to read', async () => {
    const { journal, parted, from } = await storedHistory();
    const span = { person: reed.person, from, to: Infinity };
    const whole = { before: replayed([]), entries: new WholeActs().take(parted.journal) };
    const past = await pastOf(journal, parted.state, span);
    expect(past.entries.every(({ facts }) => facts.partOf === undefined)).toBe(true);
    const about = { ...span, actor: reed, now: parted.now };
    const outcome = rewindPerson(parted.state, { ...about, past });
    expect(outcome).toEqual(rewindPerson(parted.state, { ...about, past: whole }));
    expect(outcome).toMatchObject({ count: { records: notes.length } });
  });
});
