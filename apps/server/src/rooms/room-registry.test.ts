import { checkRecord, serializedSchema } from '@bridgeboard/domain/schema-check';
import type { Board } from '@bridgeboard/protocol';
import { JournalConflict, StorageUnavailable } from '@bridgeboard/storage';
import type { Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { shape } from '@bridgeboard/testkit';
import { describe, expect, test } from 'vitest';

import { put } from '../../test/live-room.ts';
import type { LiveBoard, Person } from './live-board.ts';
import { createCharterOf } from '../charter-of.ts';
import { RoomRegistry } from './room-registry.ts';

const oliver: Person = { id: 'pupil-oliver', name: 'Oliver', role: 'pupil', school: 'school-north' };
const board: Board = {
  id: 'board-rain',
  title: 'Rain',
  partnership: null,
  schools: ['school-north', 'school-south'],
  host: 'school-north',
  createdBy: 'staff-reed',
  createdAt: 0,
  changedAt: 0,
  doorOpenUntil: 0,
};
const note = shape('note', 'note');
const join = { protocol: 2, board: board.id, client: 'oliver-browser-000' };

/** A registry over a store in memory, with a clock that stands still and nobody at its sockets. */
class Registry {
  readonly rooms: RoomRegistry;
  /** Codes with which sessions were ended. */
  readonly ended: string[] = [];
  /** Cases that the queue was told of. */
  readonly queued: string[] = [];
  #now = 1_000_000;

  private constructor(storage: Storage) {
    let ids = 0;
    const nobody = (): void => undefined;
    this.rooms = new RoomRegistry({
      ...storage,
      fanOut: { toView: nobody, toSession: nobody, end: (_session, { code }) => void this.ended.push(code) },
      charterOf: createCharterOf(storage.directory),
      settle: (known) => Promise.resolve(known),
      uploadsOf: async () => new Map(),
      finderOf: async () => () => [],
      trustOf: async () => ({}),
      onPutAway: nobody,
      onQueue: (_board, _seq, lines) => void this.queued.push(...lines.map((line) => line.case)),
      onAudited: nobody,
      now: () => this.#now,
      newId: () => `id-${(ids += 1)}`,
      random: () => 0.5,
      records: () => Promise.resolve({ check: checkRecord, schema: serializedSchema }),
      refusal: (code) => ({ code, message: code, retryable: false, requestId: 'r' }),
      onError: (what, reason) => {
        throw new Error(what, { cause: reason });
      },
      isPaced: false,
    });
  }

  static async open(storage?: Storage): Promise<Registry> {
    return (await Registry.openTwo(storage))[0];
  }

  /** What another process has that works on the same store. */
  static async openTwo(given?: Storage): Promise<[Registry, Registry]> {
    const storage = given ?? (await openMemoryStorage());
    await storage.catalogue.create(board);
    const registry = new Registry(storage);
    await registry.rooms.found(board);
    return [registry, new Registry(storage)];
  }

  /** Lets time pass, then ticks, and lets what a tick began come to its end. */
  async wait(ms: number): Promise<void> {
    this.#now += ms;
    this.rooms.tick();
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  }

  isInMemory(): boolean {
    return this.rooms.peek(board.id) !== null;
  }
}

const seen = (live: LiveBoard): boolean => live.viewFor(oliver).has(note.id);

test('[MOD4] the queue hears of what the store kept and said that it had not', async () => {
  const storage = await openMemoryStorage();
  const registry = await Registry.open(storage);
  const room = await registry.rooms.room(board.id);
  await room.join({ id: 'session', person: oliver }, join);
  const append = storage.journal.append.bind(storage.journal);
  storage.journal.append = async (entries) => {
    await append(entries);
    throw new StorageUnavailable('DB_DOWN', null);
  };
  const edit = room.edit(oliver, { client: 'oliver-browser-000', seq: 1, ops: [put(note)] });
  await expect(edit).rejects.toBeInstanceOf(StorageUnavailable);
  await room.settled();
  expect(seen(room.reader)).toBe(true);
  expect(registry.queued).toEqual(room.reader.openCases(oliver.school).map((one) => one.case.id));
  expect(registry.queued).toHaveLength(1);
});

describe('a board in memory', () => {
  test('[REL-09] leaves it a minute after the last person, and comes back with all that was on it', async () => {
    const registry = await Registry.open();
    const room = await registry.rooms.room(board.id);
    await room.join({ id: 'session', person: oliver }, join);
    await room.edit(oliver, { client: 'oliver-browser-000', seq: 1, ops: [put(note)] });
    await registry.wait(600_000);
    expect(registry.isInMemory()).toBe(true);
    room.leave('session');
    await registry.wait(60_000);
    expect(registry.isInMemory()).toBe(true);
    await registry.wait(1);
    expect(registry.isInMemory()).toBe(false);
    const again = await registry.rooms.open(board.id);
    expect(again).not.toBe(room.reader);
    expect(seen(again)).toBe(true);
  });

  test('[REL-09] stays while somebody asks for it, or comes back while it is on its way out', async () => {
    const registry = await Registry.open();
    const first = await registry.rooms.open(board.id);
    for (let i = 0; i < 5; i += 1) {
      await registry.wait(50_000);
      expect(await registry.rooms.open(board.id)).toBe(first);
    }
    const leaving = registry.wait(60_001);
    const asked = registry.rooms.open(board.id);
    await leaving;
    expect(await asked).toBe(first);
    expect(registry.isInMemory()).toBe(true);
  });

  test('[P32] one that leaves with a long tail of entries leaves a checkpoint, so that whoever comes next need not replay them', async () => {
    const storage = await openMemoryStorage();
    const registry = await Registry.open(storage);
    const room = await registry.rooms.room(board.id);
    for (let seq = 1; seq <= 101; seq += 1) {
      const ops = seq === 1 ? [put(note)] : [{ op: 'update', id: note.id, set: { x: seq } }];
      await room.edit(oliver, { client: 'oliver-browser-000', seq, ops });
    }
    await registry.wait(60_001);
    const last = await storage.journal.lastSeq(board.id);
    expect((await storage.journal.latestCheckpoint(board.id))?.manifest.seq).toBe(last);
    expect(seen(await registry.rooms.open(board.id))).toBe(true);
    await registry.rooms.close();
    expect((await storage.journal.latestCheckpoint(board.id))?.manifest.seq).toBe(last);
  });
});

describe('a board that two processes believe to own', () => {
  const aisha: Person = { id: 'pupil-aisha', name: 'Aisha', role: 'pupil', school: 'school-south' };
  const hers = shape('note', 'hers');

  test('[D3] goes on with who appends first; the other steps down, and who was there comes back to all of it', async () => {
    const [winner, loser] = await Registry.openTwo();
    const [first, second] = [await winner.rooms.room(board.id), await loser.rooms.room(board.id)];
    await first.edit(oliver, { client: 'oliver-browser-000', seq: 1, ops: [put(note)] });

    const message = { client: 'aisha-browser-0000', seq: 1, ops: [put(hers)] };
    await second.join({ id: 'session', person: oliver }, join).catch(() => undefined);
    await expect(second.edit(aisha, message)).rejects.toBeInstanceOf(JournalConflict);
    expect([winner.isInMemory(), loser.isInMemory()]).toEqual([true, false]);
    // Whoever still holds the room gets nothing kept through it any more.
    await expect(second.edit(aisha, message)).rejects.toBeInstanceOf(JournalConflict);

    const again = await loser.rooms.room(board.id);
    expect(seen(again.reader)).toBe(true);
    expect(await again.edit(aisha, message)).toEqual({ answer: { client: message.client, seq: 1 } });
    expect(again.reader.viewFor(aisha).has(hers.id)).toBe(true);
  });

  test('[D3, P33] who was overtaken does not ask for edits again that the other has answered', async () => {
    const [winner, loser] = await Registry.openTwo();
    const numbered = (seq: number) => {
      const record = put(shape('note', `note-${seq}-`));
      return { client: 'oliver-browser-000', seq, ops: [record] };
    };
    const first = await winner.rooms.room(board.id);
    await first.edit(oliver, numbered(1));
    const second = await loser.rooms.room(board.id);
    await first.edit(oliver, numbered(2));
    await expect(second.edit(oliver, numbered(3))).rejects.toBeInstanceOf(JournalConflict);
    const again = await loser.rooms.room(board.id);
    expect(await again.edit(oliver, numbered(3))).toEqual({ answer: { client: 'oliver-browser-000', seq: 3 } });
    // A hole of the browser's own making is still asked for.
    expect(await again.edit(oliver, numbered(5))).toEqual({ resendFrom: 4 });
  });

  test('[D3] the sessions of who steps down are ended with a code that has them come again', async () => {
    const [winner, loser] = await Registry.openTwo();
    const second = await loser.rooms.room(board.id);
    await second.join({ id: 'session', person: oliver }, join);
    const first = await winner.rooms.room(board.id);
    await first.edit(oliver, { client: 'oliver-browser-000', seq: 1, ops: [put(note)] });
    const message = { client: 'oliver-browser-001', seq: 1, ops: [put(hers)] };
    await expect(second.edit(oliver, message)).rejects.toBeInstanceOf(JournalConflict);
    expect([winner.ended, loser.ended]).toEqual([[], ['SERVER_RESTARTING']]);
  });
});
