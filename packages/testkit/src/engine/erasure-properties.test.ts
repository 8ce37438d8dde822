import {
  applyEntry,
  closeView,
  eraserOf,
  draftOf,
  erasePerson,
  projectView,
  writeCheckpoint,
  type BoardState,
} from '@bridgeboard/domain';
import { journalEntry } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, everybody, sharedViewers } from './board-world.ts';
import { erase } from './erasing.ts';
import { isSound } from './is-sound.ts';
import { begin, opening, type Opening } from './random-rules.ts';
import { step, take, type Step } from './random-step.ts';

/** Steps of everybody, and who is to be erased after them. */
interface Told {
  readonly start: Opening;
  readonly steps: readonly Step[];
  readonly who: string;
}

const history: fc.Arbitrary<Told> = fc.record({
  start: opening,
  steps: fc.array(step, { minLength: 1, maxLength: 70, size: 'max' }),
  who: fc.constantFrom(...everybody.filter(({ role }) => role === 'pupil').map(({ person }) => person)),
});
const runs = { numRuns: Number(process.env['HISTORIES'] ?? 100), seed: Number(process.env['SEED'] ?? 2026) };

/** The board with the erasure in it, before anything was taken out of the journal: what a live room shows first. */
function atOnce(world: BoardWorld, person: string): BoardState {
  const state = draftOf(world.state);
  const entry = erasePerson(world.state, { person, now: world.now });
  if (entry) applyEntry(state, entry);
  return state;
}

function run({ start, steps }: Told): BoardWorld {
  const world = new BoardWorld();
  begin(world, start);
  steps.forEach((one, i) => take(world, one, { name: `step-${i}` }));
  return world;
}

describe('an erasure, on each board that people can make', { timeout: 60_000 + runs.numRuns * 100 }, () => {
  test('[ER1] [SG-21] nothing that the pupil wrote is left in the journal or in a checkpoint of it', () => {
    fc.assert(
      fc.property(history, (told) => {
        const world = run(told);
        const { journal, state } = erase(world, told.who);
        const kept = JSON.stringify([journal, writeCheckpoint(state, world.now)]);
        expect(kept).not.toContain(`${told.who} wrote`);
        const slots = [
          ...state.slots.entries(),
          ...[...state.bin.entries()].map(([id, { slot }]) => [id, slot] as const),
        ];
        expect(slots.filter(([, { author }]) => author === told.who)).toEqual([]);
      }),
      runs,
    );
  });

  test('[ER2] every view is sound for tldraw, and other people see all of theirs where it stood', () => {
    fc.assert(
      fc.property(history, (told) => {
        const world = run(told);
        const live = atOnce(world, told.who);
        const { state } = erase(world, told.who);
        for (const viewer of sharedViewers) {
          const view = projectView(state, viewer);
          expect(closeView(view)).toEqual(view);
          for (const record of view.values()) expect(isSound(record)).toBe(true);
          const places = (records: ReturnType<typeof projectView>): unknown[] =>
            [...records].map(([id, { x, y, parentId, index }]) => [id, x, y, parentId, index]).toSorted();
          expect(places(view)).toEqual(places(projectView(live, viewer)));
        }
      }),
      runs,
    );
  });

  test('[ER3] the facts stay as they are, each entry can be kept and read, and another erasure finds nothing', () => {
    fc.assert(
      fc.property(history, (told) => {
        const world = run(told);
        const { journal, state } = erase(world, told.who);
        expect(journal.slice(0, world.journal.length).map(({ facts }) => facts)).toEqual(
          world.journal.map(({ facts }) => facts),
        );
        for (const entry of journal) expect(journalEntry.parse(entry)).toEqual(entry);
        expect(erasePerson(state, { person: told.who, now: world.now })).toBeNull();
        const eraser = eraserOf(told.who, 1);
        for (const entry of journal) expect(eraser.take(entry)).toBeNull();
      }),
      runs,
    );
  });
});
