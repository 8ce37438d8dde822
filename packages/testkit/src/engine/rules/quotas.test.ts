import { limits } from '@bridgeboard/domain';
import type { BoardRecord } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, oliver, reed } from '../board-world.ts';
import { page, richText, shape } from '../records.ts';
import { put } from './start.ts';

const notes = (count: number, name: string): BoardRecord[] =>
  Array.from({ length: count }, (_, i) => shape('note', `${name}-${i}-`));

describe('how much there may be', () => {
  test('[L11] 1,000 live records of one pupil, 4,000 of one member of staff; a delete makes room at once', () => {
    for (const [actor, most] of [
      [oliver, limits.pupil.ownRecords],
      [reed, limits.staff.ownRecords],
    ] as const) {
      const world = new BoardWorld();
      // One burst takes 50 records and 30 bursts may wait: the teacher lets them go by.
      for (let at = 0; at < most; at += 100) {
        world.must(actor, ...put(...notes(most, 'n').slice(at, at + 100)));
        world.wait();
        for (const id of world.openCases('north')) world.decide(reed, { case: id, verdict: 'school' });
      }
      const more = shape('note', 'one more');
      expect(world.refusals(actor, ...put(more))).toEqual({ 0: 'QUOTA' });
      expect(world.refusals(actor, { op: 'delete', id: shape('note', 'n-7-').id }, ...put(more))).toEqual({});
    }
  }, 60_000);

  test('[L11] [P28] a school that has used up its half of a board takes nothing from the other', () => {
    const world = new BoardWorld();
    const full = { author: `author ${oliver.person}`, school: `school ${oliver.school}` };
    world.state.counts.set(full.school, limits.board.records / 2);
    expect(world.refusals(oliver, ...put(shape('note', 'n')))).toEqual({ 0: 'QUOTA' });
    expect(world.refusals(aisha, ...put(shape('note', 'n')))).toEqual({});
  });

  test('[L16] [P28] 25 MB of all versions on a board, half for each of two schools; less makes room, and the other feels nothing', () => {
    const world = new BoardWorld();
    const heavy = (name: string): BoardRecord =>
      shape('note', name, { 'props.richText': richText('word '.repeat(limits.pupil.textLength / 5)) });
    const [first, light] = [heavy('first'), shape('note', 'light')];
    world.must(oliver, ...put(first, light));
    world.wait();
    const key = `bytes ${oliver.school}`;
    const used = world.state.counts.get(key) ?? 0;
    expect(used).toBeGreaterThan(0.9 * JSON.stringify([first, light]).length);
    expect(used).toBeLessThan(1.1 * JSON.stringify([first, light]).length);

    world.state.counts.set(key, limits.board.bytes / 2);
    const words = { 'props.richText': richText('long '.repeat(90)) };
    expect(world.refusals(oliver, ...put(heavy('more')))).toEqual({ 0: 'QUOTA' });
    expect(world.refusals(reed, { op: 'update', id: light.id, set: words })).toEqual({ 0: 'QUOTA' });
    expect(world.refusals(oliver, { op: 'update', id: light.id, set: words })).toEqual({ 0: 'QUOTA' });
    expect(world.refusals(aisha, ...put(heavy('hers')))).toEqual({});
    world.must(oliver, { op: 'update', id: light.id, set: { x: 7 } }, { op: 'delete', id: first.id });
    expect(world.refusals(oliver, ...put(heavy('again')))).toEqual({});
  });

  test('[L12] 30 cases of one pupil may wait; deciding one makes room', () => {
    const world = new BoardWorld();
    for (let i = 0; i < limits.pupil.waitingCases; i += 1) {
      world.must(oliver, ...put(shape('note', `n-${i}-`)));
      world.wait();
    }
    expect(world.openCases('north')).toHaveLength(30);
    expect(world.refusals(oliver, ...put(shape('note', 'more')))).toEqual({ 0: 'QUOTA' });
    // Going on with what waits needs no room.
    world.must(oliver, { op: 'update', id: shape('note', 'n-3-').id, set: { x: 1 } });
    world.decide(reed, { case: world.openCases('north')[0] ?? '', verdict: 'reject' });
    expect(world.refusals(oliver, ...put(shape('note', 'more')))).toEqual({});
  });

  test('[L13] 20 pages', () => {
    const world = new BoardWorld();
    for (let i = 1; i < limits.board.pages; i += 1) world.must(reed, ...put(page(`page-${i}-`)));
    expect(world.refusals(reed, ...put(page('more')))).toEqual({ 0: 'QUOTA' });
    world.must(reed, { op: 'delete', id: page('page-4-').id });
    expect(world.refusals(reed, ...put(page('more')))).toEqual({});
  });
});
