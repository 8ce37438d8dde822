import {
  applyEntry,
  closeView,
  createBoardState,
  PrivatePart,
  projectView,
  readCheckpoint,
  TrackedView,
  viewerKey,
  viewerOf,
  writeCheckpoint,
  type BoardState,
  type Slot,
  type Viewer,
} from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, everybody, sharedViewers } from './board-world.ts';
import { step, take, type Step } from './random-step.ts';
import { ViewModel } from './view-model.ts';

const history = fc.array(step, { minLength: 1, maxLength: 70, size: 'max' });
const runs = { numRuns: Number(process.env['HISTORIES'] ?? 100) };

function run(steps: readonly Step[]): BoardWorld {
  const world = new BoardWorld();
  steps.forEach((one, i) => take(world, one, { name: `step-${i}` }));
  return world;
}

describe('each board that people can make', { timeout: 60_000 + runs.numRuns * 100 }, () => {
  test('[P1] [P20] every view is closed, sound for tldraw, and what its patches built', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const world = run(steps);
        for (const { viewer, tracked, model } of world.views) {
          const whole = projectView(world.state, viewer);
          expect(model.records()).toEqual(whole);
          expect(model.items()).toEqual(tracked.items);
          expect(closeView(whole)).toEqual(whole);
          for (const record of whole.values()) expect(checkRecord(record)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('[P29] whoever joins in the middle ends up with what everybody has', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, cut) => {
        const world = new BoardWorld();
        const late: { tracked: TrackedView; model: ViewModel; from: number }[] = [];
        steps.forEach((one, i) => {
          if (i === cut % steps.length) late.push(...sharedViewers.map((viewer) => joinNow(world, viewer)));
          take(world, one, { name: `step-${i}` });
        });
        world.views.forEach(({ model, patches }, i) => {
          const joined = late[i];
          for (const { patch } of patches.slice(joined?.from)) joined?.model.apply(patch);
          expect(joined?.model.items()).toEqual(model.items());
        });
      }),
      runs,
    );
  });

  test('[P15] [P16] [P20] nothing ever vanishes: each record stands in the view of its own staff and of its author', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { state } = run(steps);
        // What is put away is gone on purpose.
        const slots = new Map([...state.slots.entries()].map(([id, slot]) => [id, { ...slot, hidden: false }]));
        for (const viewer of everybody.map(viewerOf)) {
          const view = projectView({ ...state, slots }, viewer);
          const lost = [...slots].filter(([id, slot]) => isTheirs(slot, viewer) && !view.has(id));
          expect(
            lost.map(([id]) => id),
            JSON.stringify(viewer),
          ).toEqual([]);
        }
      }),
      runs,
    );
  });

  test("[P27] a pupil's shared view with the private part over it is exactly what that pupil may see", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const world = run(steps);
        for (const actor of everybody) {
          const { person, school, role } = actor;
          if (role === 'staff') continue;
          const own = projectView(world.state, { kind: 'pupil', school, person });
          expect(world.seenBy(actor)).toEqual(own);
          // The same for a session that begins now.
          const fresh = new ViewModel();
          fresh.applyPrivate(new PrivatePart({ kind: 'pupil', school, person }).whole(world.state, world.now));
          expect(fresh.over(projectView(world.state, { kind: 'pupils', school }))).toEqual(own);
        }
      }),
      runs,
    );
  });

  test('[P32] replaying the journal, with or without a checkpoint, gives the same board', () => {
    fc.assert(
      fc.property(history, fc.nat(), (steps, cut) => {
        const world = run(steps);
        const at = cut % world.journal.length;
        let state: BoardState = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
        world.journal.forEach((entry, i) => {
          if (i === at) state = readCheckpoint(writeCheckpoint(state, world.now));
          applyEntry(state, entry);
        });
        expect(plain(state)).toEqual(plain(world.state));
      }),
      runs,
    );
  });

  test('[P13] base never points to anything unreleased, and what a school sees never to what it does not', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { state } = run(steps);
        for (const viewer of sharedViewers) {
          if (viewer.kind === 'staff') continue;
          // What is put away leaves holes that P20 closes; P13 is about reach alone.
          const shown = {
            ...state,
            slots: new Map([...state.slots.entries()].map(([id, slot]) => [id, { ...slot, hidden: false }])),
          };
          const view = projectView(shown, viewer);
          const missing = [...shown.slots].filter(([id, slot]) => isOut(slot, viewer) && !view.has(id));
          expect(
            missing.map(([id]) => id),
            JSON.stringify(viewer),
          ).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('[P5] [P9] [P18] no open case is empty, every held layer waits in one, and no order key of base is there twice', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { state } = run(steps);
        for (const [id, one] of state.cases.entries()) {
          if (one.state !== 'open' && one.state !== 'returned') continue;
          const held = one.records.filter((record) => waitsIn(state.slots.get(record), id));
          expect(held, id).toEqual(one.records);
          expect(held.length, id).toBeGreaterThan(0);
        }
        const keys = new Set<string>();
        for (const [, slot] of state.slots.entries()) {
          const held = slot.layers.filter((layer) => layer.reach === 'held');
          for (const layer of held) expect(['open', 'returned']).toContain(state.cases.get(layer.case)?.state);
          if (typeof slot.base?.['index'] !== 'string') continue;
          const key = `${String(slot.base['parentId'])} ${slot.base['index']}`;
          expect(keys, slot.id).not.toContain(key);
          keys.add(key);
        }
      }),
      runs,
    );
  });
});

/** A view opened at this moment, with the number of patches that its neighbours had been told by then. */
function joinNow(world: BoardWorld, viewer: Viewer): { tracked: TrackedView; model: ViewModel; from: number } {
  const tracked = new TrackedView(viewer, world.state, world.now);
  const model = new ViewModel();
  model.apply({ put: [...tracked.items.values()] });
  const same = world.views.find((known) => viewerKey(known.viewer) === viewerKey(viewer));
  return { tracked, model, from: same?.patches.length ?? 0 };
}

/** Whether a record is this person's, or of the school whose staff this is. */
function isTheirs(slot: Slot, viewer: Viewer): boolean {
  if (viewer.kind === 'pupil') return slot.author === viewer.person;
  return viewer.kind === 'staff' && slot.school === viewer.school;
}

/** Whether a record has a version at the reach that this viewer stands for. */
function isOut(slot: Slot, viewer: { kind: string; school?: string }): boolean {
  if (slot.base) return true;
  return slot.layers.some(
    (layer) => layer.reach === 'school' && viewer.kind === 'pupils' && layer.school === viewer.school,
  );
}

function waitsIn(slot: Slot | undefined, id: string): boolean {
  return slot?.layers.some((layer) => layer.case === id && layer.reach === 'held') ?? false;
}

function plain(state: BoardState): unknown {
  const { touched: _, slots, bin, cases, members, clients, referrers, counts, bursts, ...rest } = state;
  const pointers = new Map([...referrers.targets()].map((target) => [target, [...referrers.of(target)].toSorted()]));
  const sorted = Object.entries({ slots, bin, cases, members, clients, pointers, counts, bursts }).map(
    ([name, map]) => {
      const entries = [...map.entries()] as [string, unknown][];
      return [name, entries.filter(([, value]) => value !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))];
    },
  );
  return JSON.parse(JSON.stringify({ ...rest, maps: sorted }));
}
