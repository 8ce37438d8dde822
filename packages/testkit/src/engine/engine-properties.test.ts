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
  type ReviewCase,
  type Slot,
  type Viewer,
} from '@bridgeboard/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, everybody, sharedViewers } from './board-world.ts';
import { isSound } from './is-sound.ts';
import { canonical } from './past-work.ts';
import { begin, opening, type Opening } from './random-rules.ts';
import { step, take, type Step } from './random-step.ts';
import { ViewModel } from './view-model.ts';

/** Steps of everybody, on a board that begins with some rules. */
interface History {
  readonly start: Opening;
  readonly steps: readonly Step[];
}

const history: fc.Arbitrary<History> = fc.record({
  start: opening,
  steps: fc.array(step, { minLength: 1, maxLength: 70, size: 'max' }),
});
const runs = { numRuns: Number(process.env['HISTORIES'] ?? 100), seed: Number(process.env['SEED'] ?? 2026) };

function run({ start, steps }: History): BoardWorld {
  const world = new BoardWorld();
  begin(world, start);
  steps.forEach((one, i) => take(world, one, { name: `step-${i}` }));
  return world;
}

describe('each board that people can make', { timeout: 60_000 + runs.numRuns * 100 }, () => {
  test('[P1] [P20] every view is closed, sound for tldraw, and what its patches built', () => {
    fc.assert(
      fc.property(history, (told) => {
        const world = run(told);
        for (const { viewer, tracked, model } of world.views) {
          const whole = projectView(world.state, viewer);
          expect(model.records()).toEqual(whole);
          expect(model.items()).toEqual(tracked.items);
          expect(closeView(whole)).toEqual(whole);
          for (const record of whole.values()) expect(isSound(record)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('[P29] whoever joins in the middle ends up with what everybody has', () => {
    fc.assert(
      fc.property(history, fc.nat(), ({ start, steps }, cut) => {
        const world = new BoardWorld();
        begin(world, start);
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
      fc.property(history, (told) => {
        const state = withAllInSight(run(told).state);
        // What is put away is gone on purpose.
        const slots = new Map([...state.slots.entries()].map(([id, slot]) => [id, { ...slot, hidden: false }]));
        for (const viewer of everybody.map(viewerOf)) {
          const view = projectView({ ...state, slots }, viewer);
          const lost = [...slots].filter(
            ([id, slot]) => isTheirs(slot, viewer) && !view.has(id) && !isEmptied(slots, id),
          );
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
      fc.property(history, (told) => {
        const world = run(told);
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

  test('[P36] [SEC-40] pupils of a school that looks first see nothing of others that its staff have not accepted, and all else', () => {
    fc.assert(
      fc.property(history, (told) => {
        const world = run(told);
        const { state } = world;
        const accepted = acceptedBases(world.journal);
        for (const viewer of everybody.filter(({ role }) => role === 'pupil').map(viewerOf)) {
          if (viewer.kind !== 'pupil') continue;
          const { school } = viewer;
          const looksFirst = state.schoolRules.get(school)?.looksFirst === true;
          const isWithheld = (slot: Slot): boolean =>
            looksFirst &&
            slot.school !== school &&
            /^(shape|binding|comment|reaction):/.test(slot.id) &&
            state.members.get(slot.author)?.role === 'pupil' &&
            accepted.get(`${school} ${slot.id}`) !== canonical(slot.base);
          const left = [...state.slots.entries()].filter(([, slot]) => !isWithheld(slot));
          const expected = projectView({ ...withoutFirstLook(state), slots: new Map(left) }, viewer);
          expect(projectView(state, viewer)).toEqual(expected);
        }
      }),
      runs,
    );
  });

  test('[P32] replaying the journal, with or without a checkpoint, gives the same board', () => {
    fc.assert(
      fc.property(history, fc.nat(), (told, cut) => {
        const world = run(told);
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
      fc.property(history, (told) => {
        const state = withAllInSight(run(told).state);
        for (const viewer of sharedViewers) {
          if (viewer.kind === 'staff') continue;
          // What is put away leaves holes that P20 closes; P13 is about reach alone.
          const shown = {
            ...state,
            slots: new Map([...state.slots.entries()].map(([id, slot]) => [id, { ...slot, hidden: false }])),
          };
          const view = projectView(shown, viewer);
          const { slots } = shown;
          const missing = [...slots].filter(
            ([id, slot]) => isOut(slot, viewer) && !view.has(id) && !isEmptied(slots, id),
          );
          expect(
            missing.map(([id]) => id),
            JSON.stringify(viewer),
          ).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('[P5] [P9] [P18] no open case is empty, every layer waits in one or was let out by one, and no order key of base is there twice', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { state } = run(told);
        for (const [id, one] of state.cases.entries()) {
          if (one.state !== 'open' && one.state !== 'returned') continue;
          const held = one.records.filter((record) => waitsIn(state.slots.get(record), one));
          expect(held, id).toEqual(one.records);
          expect(held.length, id).toBeGreaterThan(0);
        }
        const keys = new Set<string>();
        for (const [, slot] of state.slots.entries()) {
          for (const layer of slot.layers) {
            const isSeen = layer.reach === 'school' ? ['approved'] : [];
            expect(['open', 'returned', ...isSeen], slot.id).toContain(state.cases.get(layer.case)?.state);
          }
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

/** The same board where no school looks first: that takes from its pupils' views, and lowers no reach (P36). */
function withoutFirstLook(state: BoardState): BoardState {
  return { ...state, schoolRules: new Map() };
}

/** The same where no school has stopped everything either, which takes the board out of the others' sight (P39). */
function withAllInSight(state: BoardState): BoardState {
  return { ...withoutFirstLook(state), whole: { ...state.whole, stoppedBy: [] } };
}

/** A view opened at this moment, with the number of patches that its neighbours had been told by then. */
function joinNow(world: BoardWorld, viewer: Viewer): { tracked: TrackedView; model: ViewModel; from: number } {
  const tracked = new TrackedView(viewer, world.state, world.now);
  const model = new ViewModel();
  model.apply({ put: [...tracked.items.values()] });
  const same = world.views.find((known) => viewerKey(known.viewer) === viewerKey(viewer));
  return { tracked, model, from: same?.patches.length ?? 0 };
}

/** What each school has accepted last, and not taken back, as the journal tells it: by school and record, as text. */
function acceptedBases(journal: BoardWorld['journal']): Map<string, string> {
  const state: BoardState = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
  const accepted = new Map<string, string>();
  for (const entry of journal) {
    for (const change of entry.facts.changes) {
      if (change.kind === 'create') for (const school of state.schools) accepted.delete(`${school} ${change.id}`);
      if (change.kind !== 'accept') continue;
      const key = `${change.school} ${change.id}`;
      if (change.hash === null) accepted.delete(key);
      else accepted.set(key, canonical(state.slots.get(change.id)?.base));
    }
    applyEntry(state, entry);
  }
  return accepted;
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

function waitsIn(slot: Slot | undefined, one: ReviewCase): boolean {
  if (one.afterwards) return slot?.check === one.id;
  return slot?.layers.some((layer) => layer.case === one.id) ?? false;
}

/** A group that is there for some is in no view in which nothing stands in it (P14), and a picture in none that does not show it (P19). */
function isEmptied(slots: ReadonlyMap<string, Slot>, id: string): boolean {
  const slot = slots.get(id);
  const made = slot?.base ?? slot?.layers.find((layer) => 'typeName' in layer.fields)?.fields;
  return made?.['type'] === 'group' || id.startsWith('asset:');
}

function plain(state: BoardState): unknown {
  const { touched: _, slots, bin, cases, members, schoolRules, clients, referrers, counts, bursts, ...rest } = state;
  const pointers = new Map([...referrers.targets()].map((target) => [target, [...referrers.of(target)].toSorted()]));
  const sorted = Object.entries({ slots, bin, cases, members, schoolRules, clients, pointers, counts, bursts }).map(
    ([name, map]) => {
      const entries = [...map.entries()] as [string, unknown][];
      return [name, entries.filter(([, value]) => value !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))];
    },
  );
  return JSON.parse(JSON.stringify({ ...rest, maps: sorted }));
}
