import type { JournalEntry, StaffMember } from '@bridgeboard/protocol';
import { StorageUnavailable, type Storage } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { beforeEach, describe, expect, test } from 'vitest';

import { AuditFeed } from './audit-feed.ts';

const board = 'board-00001';
const [own, partner] = ['school-0001', 'school-0002'];

const bello: StaffMember = {
  id: 'fwgFUmS1KwyZwB8l84qjIQ',
  school: partner,
  name: 'Bello',
  demo: false,
  roles: ['teacher'],
  endedAt: null,
};

function entryOf(seq: number, events: [action: string, ...subjects: string[]][]): JournalEntry {
  return {
    facts: {
      v: 1,
      board,
      seq,
      epoch: 'epoch',
      at: 1_000 + seq,
      kind: 'govern',
      actor: { person: 'teacher-001', school: own, role: 'staff' },
      changes: [],
      contentHash: '',
      chain: '',
    },
    content: { contents: [], inverses: [] },
    audit: events.map(([action, ...subjects]) => ({ action, by: 'teacher-001', subjects })),
    effects: [],
  };
}

let storage: Storage;
beforeEach(async () => {
  storage = await openMemoryStorage();
  const schools = [own, partner];
  await storage.catalogue.create({
    id: board,
    title: 'Rivers',
    partnership: 'partners-01',
    schools,
    host: own,
    createdBy: 'teacher-001',
    createdAt: 1,
    changedAt: 1,
    doorOpenUntil: 0,
  });
});

const feedOf = (audit: Storage['audit'] = storage.audit, onError = () => undefined) =>
  new AuditFeed({ storage: { ...storage, audit }, onError });

async function lines() {
  return (await storage.audit.read(1, 99)).map(({ line }) => line);
}

describe('events of a journal', () => {
  test('[AU4] come into the log in order, each once, however often they are brought', async () => {
    const feed = feedOf();
    await storage.journal.append([entryOf(1, []), entryOf(2, [['record.hide', 'shape:a']]), entryOf(3, [])]);
    await feed.catchUp([board]);
    await storage.journal.append([
      entryOf(4, [
        ['record.show', 'shape:a'],
        ['case.return', 'case-1', 'shape:b'],
      ]),
    ]);
    feed.after(board);
    feed.after(board);
    await feed.carryOn();
    await feedOf().catchUp([board, board]);
    expect(
      (await lines()).map(({ at, act, subjects }) => [at, act, subjects.map(({ kind }) => kind).join(' ')]),
    ).toEqual([
      [1_002, 'record.hide', 'record'],
      [1_004, 'record.show', 'record'],
      [1_004, 'case.return', 'case record'],
    ]);
  });

  test('[AU4] wait where the log cannot be written, and come when it can', async () => {
    let isAway = true;
    const failures: unknown[] = [];
    const audit: Storage['audit'] = {
      append: (drafts, seal) =>
        isAway ? Promise.reject(new StorageUnavailable('DB_DOWN', null)) : storage.audit.append(drafts, seal),
      takenSeq: (id) => storage.audit.takenSeq(id),
      read: (from, limit) => storage.audit.read(from, limit),
      head: () => storage.audit.head(),
      find: (query) => storage.audit.find(query),
      forgetNetworks: (before) => storage.audit.forgetNetworks(before),
    };
    const feed = feedOf(audit, () => failures.push(1) as never);
    await storage.journal.append([entryOf(1, [['record.hide', 'shape:a']])]);
    feed.after(board);
    await feed.carryOn();
    expect([failures.length, (await lines()).length]).toEqual([1, 0]);
    isAway = false;
    await feed.carryOn();
    expect(await lines()).toHaveLength(1);
  });

  test('[AU4] that were half written by a crash are written whole', async () => {
    const events: [string, ...string[]][] = [
      ['record.hide', 'shape:a'],
      ['record.hide', 'shape:b'],
    ];
    await storage.journal.append([entryOf(1, events)]);
    await feedOf().catchUp([board]);
    const [first] = await storage.audit.read(1, 1);
    const crashed = await openMemoryStorage();
    if (first !== undefined) await crashed.audit.append([first.line], () => first);
    await feedOf(crashed.audit).catchUp([board]);
    expect((await crashed.audit.read(1, 9)).map(({ line }) => line)).toEqual(await lines());
  });

  test.each([
    { action: 'board.freeze', subjects: ['all'], schools: [own, partner], kinds: [], detail: 'all' },
    {
      action: 'board.set-mode',
      subjects: [own, 'own-school'],
      schools: [own, partner],
      kinds: ['school'],
      detail: 'own-school',
    },
    { action: 'board.look-first', subjects: [own, 'true'], schools: [own], kinds: ['school'], detail: 'true' },
    { action: 'board.freeze', subjects: [bello.id], schools: [own, partner], kinds: ['person'], detail: null },
    {
      action: 'board.change-member',
      subjects: [bello.id, 'pupil', 'view'],
      schools: [own, partner],
      kinds: ['person'],
      detail: 'pupil,view',
    },
    {
      action: 'board.remove-member',
      subjects: ['person-nobody-knows-0', 'left'],
      schools: [own],
      kinds: ['person'],
      detail: 'left',
    },
    {
      action: 'case.reject',
      subjects: ['case-1', 'shape:a'],
      schools: [own],
      kinds: ['case', 'record'],
      detail: null,
    },
    { action: 'page.restore', subjects: ['page:a'], schools: [own, partner], kinds: ['record'], detail: null },
  ])('[AU5] $action of $subjects is for $schools', async ({ action, subjects, schools, kinds, detail }) => {
    await storage.directory.putStaff(bello);
    await storage.journal.append([entryOf(1, [[action, ...subjects]])]);
    await feedOf().catchUp([board]);
    const [line] = await lines();
    expect(line).toMatchObject({ act: action, schools, detail, board, by: { person: 'teacher-001' } });
    expect(line?.subjects.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('[AU4] an erasure is not told again for each board', async () => {
    await storage.journal.append([entryOf(1, [['person.erase', 'somebody-001']])]);
    await feedOf().catchUp([board]);
    expect(await lines()).toEqual([]);
  });
});
