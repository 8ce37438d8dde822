import { previewRewind, rewindPerson, spanSince } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { erase } from '../erasing.ts';
import { lookBack } from '../past-views.ts';
import { page, richText, shape } from '../records.ts';
import { pastOf } from '../rewinding.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const note = shape('note', 'note');
const other = shape('note', 'other');
const table = shape('geo', 'table');

function seen(world: BoardWorld, actor: typeof reed, seq: number): string[] {
  return [...lookBack(world, actor).at(seq).records.keys()].filter((id) => id.startsWith('shape:')).toSorted();
}

describe('looking back', () => {
  test('[HIST5] staff see their own school as it was: what was changed since, and what is in the bin', () => {
    const world = new BoardWorld();
    released(world, note);
    const then = world.state.seq;
    changed(world, { by: oliver, id: note.id, set: { 'props.richText': richText('otherwise') } });
    world.must(oliver, { op: 'delete', id: note.id });
    expect(lookBack(world, reed).at(then).records.get(note.id)).toMatchObject({
      props: { richText: richText('note') },
    });
    expect(seen(world, reed, world.state.seq)).toEqual([]);
  });

  test('[HIST5] what waits is seen by its own school alone, then as now', () => {
    const world = new BoardWorld();
    const waiting = drawn(world, oliver, note);
    const then = world.state.seq;
    expect([seen(world, reed, then), seen(world, bello, then)]).toEqual([[note.id], []]);
    decided(world, waiting, 'board');
    expect(seen(world, bello, then)).toEqual([]);
    expect(seen(world, bello, world.state.seq)).toEqual([note.id]);
  });

  test('[HIST5] of another school it shows what stands as it stood, wherever that was, and nothing that it has changed or taken back', () => {
    const world = new BoardWorld();
    released(world, note);
    released(world, other);
    const then = world.state.seq;
    world.must(reed, { op: 'update', id: note.id, set: { x: 900 } });
    world.must(reed, { op: 'update', id: other.id, set: { 'props.richText': richText('clean') } });
    expect(seen(world, bello, then)).toEqual([note.id]);
    expect(lookBack(world, bello).at(then)).toMatchObject({ missing: 1 });
    expect(lookBack(world, bello).at(then).records.get(note.id)).toMatchObject({ x: 0 });
    world.must(oliver, { op: 'delete', id: note.id });
    expect(seen(world, bello, then)).toEqual([]);
    expect(seen(world, reed, then)).toEqual([note.id, other.id].toSorted());
  });

  test('[HIST5] what another school had a hand in counts as that school’s', () => {
    const world = new BoardWorld();
    released(world, note);
    world.must(bello, { op: 'update', id: note.id, set: { 'props.richText': richText('from Kano') } });
    const then = world.state.seq;
    world.must(bello, { op: 'update', id: note.id, set: { 'props.richText': richText('taken back') } });
    expect(seen(world, reed, then)).toEqual([]);
  });

  test('[HIST5] what is put away today, was then, or is erased does not come back into view', () => {
    const world = new BoardWorld();
    released(world, note);
    released(world, other);
    const then = world.state.seq;
    world.hide(reed, note.id, true);
    expect(seen(world, reed, then)).toEqual([other.id]);
    const away = world.state.seq;
    world.hide(reed, note.id, false);
    expect(seen(world, reed, away)).toEqual([other.id]);
    expect(seen(world, reed, then)).toEqual([note.id, other.id].toSorted());
    const erased = { ...erase(world, oliver.person), now: world.now };
    expect([...lookBack(erased, reed).at(then).records.keys()]).toEqual(['document:document', 'page:page']);
    expect(lookBack(erased, reed).moments.flatMap(({ by }) => [...by.keys()])).not.toContain('oliver');
  });

  test('[HIST5] [P39] nothing is shown to a school while another has stopped everything, nor of when it had', () => {
    const world = new BoardWorld();
    released(world, note);
    const then = world.state.seq;
    world.rule(reed, { kind: 'stop-everything', isOn: true });
    expect(lookBack(world, bello).at(then)).toEqual({ records: new Map(), missing: 0 });
    expect(seen(world, reed, then)).toEqual([note.id]);
    const stopped = world.state.seq;
    world.rule(reed, { kind: 'stop-everything', isOn: false });
    expect([seen(world, bello, stopped), seen(world, bello, then)]).toEqual([[], [note.id]]);
  });

  test('[HIST5] a page that is gone is shown to the school with work on it', () => {
    const world = new BoardWorld();
    const second = page('second');
    world.must(reed, ...put(second));
    world.must(bello, ...put(shape('geo', 'theirs', { parentId: second.id })));
    const then = world.state.seq;
    world.must(reed, { op: 'delete', id: second.id });
    expect(lookBack(world, bello).at(then).records.has(second.id)).toBe(true);
  });

  test('[HIST6] the moments count what these staff saw and may see, by whom as they may know it', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(table));
    world.wait();
    drawn(world, oliver, note);
    drawn(world, aisha, other);
    const by = (actor: typeof reed): [string, number][][] =>
      lookBack(world, actor).moments.map((moment) => [...moment.by].filter(([, count]) => count > 0));
    expect(by(reed).flat()).toEqual(
      expect.arrayContaining([
        ['reed', 1],
        ['oliver', 1],
      ]),
    );
    expect(
      by(reed)
        .flat()
        .map(([person]) => person),
    ).not.toContain('aisha');
    expect(
      by(bello)
        .flat()
        .map(([person]) => person),
    ).not.toContain('oliver');
    world.hide(reed, note.id, true);
    expect(
      by(reed)
        .flat()
        .map(([person]) => person),
    ).not.toContain('oliver');
  });

  test('[HIST6] who decided at another school is not told, only whose work came', () => {
    const world = new BoardWorld();
    released(world, note);
    const told = lookBack(world, bello).moments.flatMap(({ by }) => [...by.keys()]);
    expect(told).toContain('oliver');
    expect(told).not.toContain('reed');
  });
});

describe('bringing a board back', () => {
  function back(world: BoardWorld, moment: number) {
    const span = spanSince(world.state, reed, { moment, now: world.now });
    return { actor: reed, ...span, past: pastOf(world, span), now: world.now };
  }

  test('[HIST7] takes back what the own pupils and oneself did since, in one act, and leaves all others’ work', () => {
    const world = new BoardWorld();
    drawn(world, oliver, note);
    const moment = world.now;
    world.wait();
    changed(world, { by: oliver, id: note.id, set: { x: 50 } });
    world.must(reed, ...put(table));
    drawn(world, zainab, other);
    const theirs = shape('geo', 'theirs');
    world.must(bello, ...put(theirs));
    const input = back(world, moment);
    expect(previewRewind(world.state, input)).toMatchObject({ added: 2, changed: 1, skipped: 0 });
    const outcome = rewindPerson(world.state, input);
    if ('refused' in outcome) throw new Error(outcome.refused);
    world.keep(outcome.entry);
    world.tick();
    const shapes = [...world.seenBy(reed).keys()].filter((id) => id.startsWith('shape:'));
    expect(shapes.toSorted()).toEqual([note.id, theirs.id].toSorted());
    expect(world.seenBy(reed).get(note.id)).toMatchObject({ x: 0 });
    expect(outcome.entry.audit).toMatchObject([{ action: 'board.rewind', by: 'reed' }]);
    expect(outcome.entry.facts.kind).toBe('edit');

    const undone = { person: 'reed', from: world.now, to: world.now };
    const undo = rewindPerson(world.state, { ...undone, actor: reed, past: pastOf(world, undone), now: world.now });
    if ('refused' in undo) throw new Error(undo.refused);
    world.keep(undo.entry);
    world.tick();
    expect([...world.seenBy(reed).keys()]).toEqual(expect.arrayContaining([table.id, other.id]));
    expect(world.seenBy(reed).get(note.id)).toMatchObject({ x: 50 });
  });

  test('[HIST7] is refused where nothing is left to take back, to pupils, about others’ pupils, and while stopped', () => {
    const world = new BoardWorld();
    drawn(world, oliver, note);
    world.wait();
    expect(rewindPerson(world.state, back(world, world.now))).toEqual({ refused: 'CHANGED' });
    const input = back(world, 0);
    expect(rewindPerson(world.state, { ...input, actor: oliver, person: 'oliver' })).toEqual({ refused: 'NOT_FOUND' });
    const foreign = { ...input, others: new Set(['aisha']) };
    expect(rewindPerson(world.state, foreign)).toEqual({ refused: 'NOT_FOUND' });
    world.rule(bello, { kind: 'stop-everything', isOn: true });
    expect(rewindPerson(world.state, input)).toEqual({ refused: 'STOPPED' });
  });
});
