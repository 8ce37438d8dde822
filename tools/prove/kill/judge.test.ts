import type { JournalEntry, Op } from '@bridgeboard/protocol';
import { BoardWorld, oliver, reed, shape } from '@bridgeboard/testkit';
import { describe, expect, test } from 'vitest';

import { storyOf } from './diary.ts';
import type { BoardCase } from './board-case.ts';
import { judgeBoard } from './judge.ts';

const [first, second] = [shape('note', 'first', { x: 1 }), shape('note', 'second', { x: 3 })];
const edits: readonly Op[] = [
  { op: 'create', record: { ...first } },
  { op: 'update', id: first.id, set: { x: 2 } },
  { op: 'create', record: { ...second } },
];
const client = `${oliver.person}-browser-000`;

type Lines = Parameters<typeof storyOf>[0][number];
const asked = (seq: number): Lines => ({ asked: seq, ops: edits.slice(seq - 1, seq) });
const answered = (seq: number): Lines => ({ answered: seq, refused: [] });
const act = { kind: 'hide', subject: first.id } as const;
const pupilDiary = edits.flatMap((_, at) => [asked(at + 1), answered(at + 1)]);
const teacherDiary: Lines[] = [
  { asked: 1, act },
  { answered: 1, code: null },
];

/** Three edits and an act, all kept and all answered, unless said otherwise. */
function judged(over: { lines?: Lines[]; acts?: Lines[]; journal?: (all: JournalEntry[]) => JournalEntry[] } = {}) {
  const world = new BoardWorld();
  const since = world.journal.length;
  for (const op of edits) world.must(oliver, op);
  world.hide(reed, first.id);
  const { lines = pupilDiary, acts = teacherDiary, journal = (all: JournalEntry[]) => all } = over;
  const one: BoardCase = {
    board: 'board',
    schools: ['north', 'south'],
    since,
    entries: journal(world.journal),
    pupils: new Map([[client, { person: oliver.person, story: storyOf(lines) }]]),
    teachers: new Map([[reed.person, storyOf(acts)]]),
  };
  const { acked, acts: done, lost, phantom } = judgeBoard(one);
  return { acked, acts: done, lost: lost.length, phantom: phantom.length };
}

describe('what people were answered against what is kept', () => {
  test('finds nothing where all is as it was answered', () => {
    expect(judged()).toEqual({ acked: 3, acts: 1, lost: 0, phantom: 0 });
  });

  test('lets an edit and an act without an answer be kept or not', () => {
    const open = { lines: pupilDiary.slice(0, -1), acts: teacherDiary.slice(0, 1) };
    expect(judged(open)).toEqual({ acked: 2, acts: 0, lost: 0, phantom: 0 });
    const journal = (all: JournalEntry[]): JournalEntry[] => all.slice(0, -2);
    expect(judged({ ...open, journal })).toEqual({ acked: 2, acts: 0, lost: 0, phantom: 0 });
  });

  test('finds edits and acts that were answered and are not kept', () => {
    // The edit, the record that it made, and the act.
    expect(judged({ journal: (all) => all.slice(0, -2) })).toMatchObject({ lost: 3, phantom: 0 });
    expect(judged({ journal: (all) => all.toSpliced(-3, 1) }).lost).toBeGreaterThan(0);
  });

  test('finds edits and acts that nobody asked for', () => {
    expect(judged({ lines: pupilDiary.slice(0, 4) }).phantom).toBeGreaterThan(0);
    expect(judged({ acts: [] })).toMatchObject({ lost: 0, phantom: 1 });
  });

  test('finds what was refused and took effect, and what was taken and had none', () => {
    const refusedLast: Lines[] = [...pupilDiary.slice(0, 5), { answered: 3, refused: [{ op: 0, code: 'QUOTA' }] }];
    expect(judged({ lines: refusedLast }).lost).toBeGreaterThan(0);
    const other: Lines[] = pupilDiary.with(4, { asked: 3, ops: [{ op: 'update', id: first.id, set: { x: 3 } }] });
    const found = judged({ lines: other });
    expect(found.lost).toBeGreaterThan(0);
    expect(found.phantom).toBeGreaterThan(0);
    expect(judged({ acts: [...teacherDiary.slice(0, 1), { answered: 1, code: 'FORBIDDEN' }] })).toMatchObject({
      phantom: 1,
    });
  });

  test('finds an edit that took effect twice', () => {
    const twice = (all: JournalEntry[]): JournalEntry[] => [...all, ...all.slice(-2, -1)];
    expect(judged({ journal: twice }).phantom).toBeGreaterThan(0);
  });

  test('finds an act that has parted from its line in the audit log, and content that was changed afterwards', () => {
    const last = (over: Partial<JournalEntry>) => (all: JournalEntry[]) =>
      all.with(-1, { ...all.at(-1), ...over } as JournalEntry);
    expect(judged({ journal: last({ audit: [] }) }).lost).toBe(2);
    expect(judged({ journal: last({ content: { contents: [], inverses: [] } }) }).lost).toBeGreaterThan(0);
  });
});
