import {
  actingAs,
  closeView,
  isAssetId,
  projectView,
  viewerOf,
  type Actor,
  type BoardState,
  type Slot,
  type Span,
  type Viewer,
} from '@bridgeboard/domain';
import type { Json } from '@bridgeboard/protocol';
import type { JournalEntry } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, everybody, sharedViewers } from './board-world.ts';
import { drawing } from './random-ops.ts';
import { step, take, type Step } from './random-step.ts';
import { canonical, fieldsOf, followers, othersLater, placeFields, releasedEver } from './past-work.ts';
import { plain, replayed, rewind, rewinderOf } from './rewinding.ts';
import { pick } from './stage.ts';

const number = fc.nat({ max: 999 });
const history = fc.array(step, { minLength: 1, maxLength: 50, size: 'max' });
const shortHistory = fc.array(step, { minLength: 1, maxLength: 20, size: 'max' });
const drawings: fc.Arbitrary<Step[]> = fc.array(drawing, { minLength: 1, maxLength: 15, size: 'max' });
const rewinding = fc.record({ who: number, from: number, length: number });
const runs = { numRuns: Number(process.env['HISTORIES'] ?? 100), seed: Number(process.env['SEED'] ?? 2026) };

function run(world: BoardWorld, steps: readonly Step[], about: { name: string; actors?: readonly Actor[] }): void {
  const { name, actors = everybody } = about;
  steps.forEach((one, i) => {
    world.now += 1;
    take(world, one, { name: `${name}-${i}`, actors });
  });
}

/** Somebody's doings between two moments of the journal, or from one to its end. */
function spanOf(world: BoardWorld, about: { who: number; from: number; length: number }): Span & { actor: Actor } {
  const of = pick(everybody, about.who) ?? world.privates[0]?.actor;
  if (!of) throw new Error('nobody is on the board');
  const times = world.journal.map(({ facts }) => facts.at);
  const at = about.from % times.length;
  const to = about.length % 4 === 0 ? Infinity : (times[Math.min(times.length - 1, at + (about.length % 25))] ?? 0);
  return { actor: rewinderOf(of), person: of.person, from: times[at] ?? 0, to };
}

const viewers: readonly Viewer[] = [...sharedViewers, ...everybody.map(viewerOf)];

/** All that anybody sees of a board, a line for each record and view. */
function viewsOf(state: BoardState): string[] {
  return viewers.flatMap((viewer) =>
    [...projectView(state, viewer).values()]
      .map((record) => `${JSON.stringify(viewer)} ${canonical(record)}`)
      .toSorted(),
  );
}

/** Shapes that an entry moved from what they stood in. */
function movedOutBy(entry: JournalEntry | undefined): Set<string> {
  const contents = entry && 'contents' in entry.content ? entry.content.contents : [];
  const moved = (entry?.facts.changes ?? []).flatMap((change, i) => {
    const content = contents[i];
    const isMove = change.kind === 'set-base' && content && !Array.isArray(content) && 'parentId' in content;
    return isMove ? [change.id] : [];
  });
  return new Set(moved);
}

describe('each board whose past people take back', { timeout: 60_000 + runs.numRuns * 200 }, () => {
  test('[P26] rewinding somebody right after they drew alone gives back every view from before', () => {
    fc.assert(
      fc.property(history, number, drawings, (before, who, drawn) => {
        const world = new BoardWorld();
        run(world, before, { name: 'before' });
        world.wait();
        const of = pick(everybody, who);
        // Who has left the board, or is no staff on it any more, takes nothing back.
        if (!of || actingAs(world.state, rewinderOf(of))?.role !== 'staff') return;
        const views = viewsOf(world.state);
        const from = world.now + 1;
        run(world, drawn, { name: 'drawn', actors: [of] });
        rewind(world, { actor: rewinderOf(of), person: of.person, from, to: world.now });
        expect(viewsOf(world.state)).toEqual(views);
      }),
      runs,
    );
  });

  test('[P26] what others did later stays as it is, field by field', () => {
    fc.assert(
      fc.property(history, rewinding, (steps, about) => {
        const world = new BoardWorld();
        run(world, steps, { name: 'step' });
        const span = spanOf(world, about);
        const theirs = othersLater(world, span);
        rewind(world, span);
        for (const { name, isThere } of theirs) expect(isThere(world.state), name).toBe(true);
      }),
      runs,
    );
  });

  test('[P26] nothing that waits gets into base, and nothing that was put away or never let out is seen by others', () => {
    fc.assert(
      fc.property(history, rewinding, (steps, about) => {
        const world = new BoardWorld();
        run(world, steps, { name: 'step' });
        const hidden = hiddenOf(world.state);
        const released = releasedEver(world.journal);
        rewind(world, spanOf(world, about));
        const movedOut = movedOutBy(world.journal.at(-1));
        for (const [name, value] of baseOf(world.state)) {
          // P16: what stood in something that was taken off is where it was, by other numbers.
          const [id = '', field = ''] = name.split(' ');
          if (movedOut.has(id) && placeFields.has(field)) continue;
          expect(released.get(name), name).toContain(canonical(value));
        }
        for (const id of hiddenOf(world.state)) expect(hidden).toContain(id);
        for (const id of hidden) expect(world.state.slots.get(id)?.hidden ?? true, id).toBe(true);
      }),
      runs,
    );
  });

  test('[P26] [HIST4] a board with rewinds in its past is sound, replays, and can be had as of every entry', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(shortHistory, rewinding), { minLength: 1, maxLength: 3 }), (parts) => {
        const world = new BoardWorld();
        const then = new Map<number, unknown>();
        parts.forEach(([steps, about], i) => {
          steps.forEach((one, k) => {
            run(world, [one], { name: `step-${i}-${k}` });
            then.set(world.state.seq, plain(world.state));
          });
          rewind(world, spanOf(world, about));
          then.set(world.state.seq, plain(world.state));
          expectSound(world);
        });
        for (const [seq, state] of then) expect(plain(replayed(world.journal, seq)), `entry ${seq}`).toEqual(state);
      }),
      runs,
    );
  });
});

/**
 * All fields of base by their names. Where something stands may be worked out anew if it is put away and has to move out
 * (P16), and so may its order key (P18).
 */
function baseOf(state: BoardState): [string, Json][] {
  return [...state.slots.entries()].flatMap(([id, { base, hidden }]) =>
    fieldsOf(base)
      .filter(([field]) => field !== 'index' && !(hidden && followers.has(field)))
      .map(([field, value]): [string, Json] => [`${id} ${field}`, value]),
  );
}

function hiddenOf(state: BoardState): string[] {
  const live = [...state.slots.entries()].filter(([, slot]) => slot.hidden);
  const binned = [...state.bin.entries()].filter(([, { slot }]) => slot.hidden);
  return [...live, ...binned].map(([id]) => id);
}

/** What must hold of every board, whatever was taken back on it. */
function expectSound(world: BoardWorld): void {
  const { state } = world;
  for (const { viewer, model } of world.views) {
    const whole = projectView(state, viewer);
    expect(model.records()).toEqual(whole);
    expect(closeView(whole)).toEqual(whole);
  }
  const slots = new Map([...state.slots.entries()].map(([id, slot]) => [id, { ...slot, hidden: false }]));
  for (const viewer of viewers) {
    // What a school looks at first is absent on purpose, too (P36), and what another has stopped (P39).
    const whole = { ...state.whole, stoppedBy: [] };
    const view = projectView({ ...state, slots, whole, schoolRules: new Map() }, viewer);
    const isLost = (id: string, slot: Slot): boolean => isTheirs(slot, viewer) && !view.has(id);
    // P19: a picture is in a view only with an image.
    const lost = [...slots].filter(([id, slot]) => !isAssetId(id) && isLost(id, slot)).map(([id]) => id);
    expect(lost, JSON.stringify(viewer)).toEqual([]);
  }
  for (const [id, slot] of state.slots.entries()) {
    for (const layer of slot.layers.filter(({ reach }) => reach === 'held')) {
      expect(['open', 'returned'], id).toContain(state.cases.get(layer.case)?.state);
    }
  }
  const keys = [...state.slots.entries()].flatMap(([, { base }]) =>
    typeof base?.['index'] === 'string' ? [`${String(base['parentId'])} ${base['index']}`] : [],
  );
  expect(keys.length).toBe(new Set(keys).size);
}

/** Whether a version of a record is one that this viewer has to see. */
function isTheirs(slot: Slot, viewer: Viewer): boolean {
  if (slot.base) return true;
  if (viewer.kind === 'guests') return false;
  if (viewer.kind === 'pupil') return slot.author === viewer.person;
  if (viewer.kind === 'staff') return slot.school === viewer.school;
  return slot.layers.some((layer) => layer.reach === 'school' && layer.school === viewer.school);
}
