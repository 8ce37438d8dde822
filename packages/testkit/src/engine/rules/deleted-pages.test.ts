import { createHash } from 'node:crypto';

import { forgetOld, limits, lostPages } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, everybody, oliver, reed, zainab } from '../board-world.ts';
import { binding, page, shape } from '../records.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const second = page('second');
const note = shape('note', 'note', { parentId: second.id });
const frame = shape('frame', 'frame', { parentId: second.id });
const hers = shape('note', 'hers', { parentId: second.id });
const thirtyDays = 30 * 24 * 3_600_000;

/** A second page by the southern school's staff, with a northern pupil's released note on it. */
function withPage(): BoardWorld {
  const world = new BoardWorld();
  world.must(bello, ...put(second));
  released(world, note);
  return world;
}

/** What of an order key comes from the id of whatever gets it. */
function jitterOf(id: string): string {
  const seed = createHash('sha256').update(JSON.stringify(id)).digest('hex');
  return Array.from(seed.slice(0, 12), (digit) => Number.parseInt(digit, 16) % 2).join('');
}

/** What everybody has on the screen. */
function screens(world: BoardWorld): unknown[] {
  return everybody.map((actor) => new Map(world.seenBy(actor)));
}

describe('a deleted page', () => {
  test('[P17] comes back with all that went with it, unseen things too, at every reach where they were', () => {
    const world = withPage();
    world.must(reed, ...put(frame));
    const arrow = shape('arrow', 'arrow', { parentId: frame.id });
    drawn(world, aisha, hers);
    released(world, arrow, binding('hold', { arrow: arrow.id, to: note.id }));
    drawn(world, zainab, shape('note', 'waits', { parentId: frame.id }));
    changed(world, { by: oliver, id: note.id, set: { x: 40 } });
    world.hide(reed, frame.id);
    const before = screens(world);
    const open = [world.openCases('north'), world.openCases('south')];
    world.must(bello, { op: 'delete', id: second.id });
    expect([world.openCases('north'), world.openCases('south')]).toEqual([[], []]);
    expect(world.restorePage(reed, second.id)).toHaveProperty('entry');
    expect(screens(world)).toEqual(before);
    expect([world.openCases('north'), world.openCases('south')]).toEqual(open);
    world.hide(reed, frame.id, false);
    for (const actor of everybody) expect(world.seenBy(actor).has(arrow.id)).toBe(true);
  });

  test('[P17] leaves off what had been deleted before it', () => {
    const world = withPage();
    world.must(oliver, ...put(hers));
    world.must(oliver, { op: 'delete', id: hers.id });
    world.must(bello, { op: 'delete', id: second.id });
    world.restorePage(reed, second.id);
    expect(world.seenBy(oliver).has(note.id)).toBe(true);
    expect(world.seenBy(oliver).has(hers.id)).toBe(false);
  });

  test('[P17] can be restored by staff of a school with work on it, seen or not, and is nothing to others', () => {
    const world = new BoardWorld();
    world.must(bello, ...put(second));
    const never = page('never').id;
    world.must(bello, { op: 'delete', id: second.id });
    expect(world.deletedPages(reed)).toEqual([]);
    for (const id of [second.id, never, 'page:page', note.id]) {
      expect(world.restorePage(reed, id), id).toEqual({ refused: 'NOT_FOUND' });
    }
    expect(world.restorePage(bello, second.id)).toHaveProperty('entry');
    drawn(world, oliver, note);
    world.must(bello, { op: 'delete', id: second.id });
    for (const actor of [oliver, zainab, aisha]) {
      expect(world.deletedPages(actor)).toEqual([]);
      expect(world.restorePage(actor, second.id)).toEqual({ refused: 'NOT_FOUND' });
    }
    expect(world.deletedPages(reed)).toMatchObject([{ page: second.id, things: 1 }]);
    expect(world.restorePage(reed, second.id)).toHaveProperty('entry');
    expect(world.restorePage(reed, second.id)).toEqual({ refused: 'NOT_FOUND' });
  });

  test('[P17] [P23] [P28] is told of without a word of what waits in another school, and so is its return', () => {
    const tell = (isSecret: boolean): unknown => {
      const world = withPage();
      if (isSecret) drawn(world, aisha, hers);
      else world.wait();
      world.must(reed, { op: 'delete', id: second.id });
      const listed = world.deletedPages(reed);
      const outcome = 'entry' in world.restorePage(reed, second.id);
      return [listed, outcome, [...world.seenBy(reed)], [...world.seenBy(oliver)]];
    };
    expect(tell(true)).toEqual(tell(false));
  });

  test('[P7] [P17] can be restored for 30 days', () => {
    const world = withPage();
    world.must(bello, { op: 'delete', id: second.id });
    world.wait(thirtyDays - 1);
    expect(world.deletedPages(reed)).toHaveLength(1);
    world.wait(1);
    expect(world.deletedPages(reed)).toEqual([]);
    expect(lostPages(world.state, world.now).size).toBe(0);
    expect(world.restorePage(reed, second.id)).toEqual({ refused: 'NOT_FOUND' });
  });

  test('[P17] tells each author of work on it, while it can come back, and whoever deleted it nothing', () => {
    const world = withPage();
    drawn(world, aisha, hers);
    world.must(reed, { op: 'update', id: second.id, set: { name: 'Rivers' } });
    world.must(bello, { op: 'delete', id: second.id });
    const line = [{ page: second.id, name: 'Rivers', at: world.now }];
    expect(lostPages(world.state, world.now)).toEqual(
      new Map([
        ['aisha', line],
        ['oliver', line],
      ]),
    );
    world.restorePage(bello, second.id);
    expect(lostPages(world.state, world.now).size).toBe(0);
  });

  test('[P12] [P17] [P20] comes back without what has nothing to hold on to any more', () => {
    const world = withPage();
    const third = page('third');
    world.must(reed, ...put(third));
    const elsewhere = shape('note', 'elsewhere', { parentId: third.id });
    const arrow = shape('arrow', 'arrow', { parentId: second.id });
    const gone = binding('gone', { arrow: arrow.id, to: elsewhere.id });
    const kept = binding('kept', { arrow: arrow.id, to: note.id, terminal: 'start' });
    released(world, elsewhere);
    released(world, arrow, gone, kept);
    changed(world, { by: oliver, id: note.id, set: { parentId: third.id, 'props.color': 'red' } });
    changed(world, { by: oliver, id: kept.id, set: { toId: elsewhere.id } });
    world.must(bello, { op: 'delete', id: second.id });
    world.must(bello, { op: 'delete', id: third.id });
    world.restorePage(reed, second.id);
    const mine = world.seenBy(oliver);
    expect(mine.get(note.id)).toMatchObject({ parentId: second.id, props: { color: 'red' } });
    expect(mine.get(kept.id)?.['toId']).toBe(note.id);
    expect(mine.has(arrow.id)).toBe(true);
    expect(world.state.slots.get(gone.id)).toBeUndefined();
  });

  test('[P17] [P18] stands beside a page that has its very order key by now', () => {
    const world = withPage();
    const wanted = world.seenBy(reed).get(second.id)?.['index'];
    world.must(bello, { op: 'delete', id: second.id });
    const names = Array.from({ length: 50_000 }, (_, i) => `third-${i}-`);
    const alike = names.find((name) => jitterOf(page(name).id) === jitterOf(second.id)) ?? '';
    world.must(bello, ...put(page(alike)));
    expect(world.seenBy(reed).get(page(alike).id)?.['index']).toBe(wanted);
    world.restorePage(reed, second.id);
    const keys = [...world.seenBy(reed).values()].flatMap((one) => (one.typeName === 'page' ? one['index'] : []));
    expect(new Set(keys).size).toBe(3);
  });

  test('[P7] [P17] is gone for good once its bin has been emptied', () => {
    const world = withPage();
    world.must(bello, { op: 'delete', id: second.id });
    forgetOld(world.state, world.now + thirtyDays);
    for (const actor of [reed, bello]) {
      expect(world.deletedPages(actor)).toEqual([]);
      expect(world.restorePage(actor, second.id)).toEqual({ refused: 'NOT_FOUND' });
    }
  });

  test('[L11] [P17] [P28] does not come back where the own school has no room; whether another has, is not asked', () => {
    const world = withPage();
    drawn(world, aisha, hers);
    world.must(bello, { op: 'delete', id: second.id });
    world.state.counts.set('school north', limits.board.records / 2);
    expect(world.restorePage(reed, second.id)).toEqual({ refused: 'QUOTA' });
    expect(world.restorePage(bello, second.id)).toHaveProperty('entry');
    expect(world.seenBy(aisha).has(note.id)).toBe(true);
  });

  test('[P10] [P17] keeps what was decided on it, which nobody undoes behind its back', () => {
    const world = withPage();
    const [id = ''] = [...world.state.cases.entries()].map(([key]) => key);
    world.must(bello, { op: 'delete', id: second.id });
    world.restorePage(reed, second.id);
    expect(world.ownCase(oliver, id)?.status).toBe('approved');
    expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
  });

  test('[P17] does not come back where a board has as many pages as it may', () => {
    const world = withPage();
    world.must(bello, { op: 'delete', id: second.id });
    for (let i = 0; ; i += 1) {
      if (Object.keys(world.refusals(bello, ...put(page(`more-${i}-`)))).length > 0) break;
    }
    expect(world.restorePage(reed, second.id)).toEqual({ refused: 'QUOTA' });
    expect(world.deletedPages(reed)).toHaveLength(1);
  });

  test('[P7] [P17] [P24] comes back by its undo as well, with what the one who deleted it had never seen', () => {
    const world = withPage();
    const id = drawn(world, oliver, shape('note', 'waits', { parentId: second.id }));
    const seen = [...world.seenBy(bello).values()].filter(
      (one) => one.id === second.id || one['parentId'] === second.id,
    );
    world.must(bello, { op: 'delete', id: second.id });
    world.must(bello, ...put(...seen));
    expect(world.openCases('north')).toEqual([id]);
    decided(world, id, 'board');
    expect(world.seenBy(aisha).size).toBe(world.seenBy(oliver).size);
  });
});
