import {
  closeView,
  firstBrokenLink,
  projectView,
  rulesOf,
  schoolsEraser,
  takeSchoolsOff,
  writeCheckpoint,
  type BoardState,
  type Viewer,
} from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { isRemarkId, journalEntry } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, everybody } from './board-world.ts';
import type { Erased } from './erasing.ts';
import { parted, rightAfter } from './leaving.ts';
import { begin, opening, type Opening } from './random-rules.ts';
import { step, take, type Step } from './random-step.ts';

interface Told {
  readonly start: Opening;
  readonly steps: readonly Step[];
  /** The school that leaves. */
  readonly leaver: 'north' | 'south';
}

const history: fc.Arbitrary<Told> = fc.record({
  start: opening,
  steps: fc.array(step, { minLength: 1, maxLength: 70, size: 'max' }),
  leaver: fc.constantFrom('north', 'south'),
});
const runs = {
  numRuns: Math.ceil(Number(process.env['HISTORIES'] ?? 100) / 2),
  seed: Number(process.env['SEED'] ?? 2026),
};

function run({ start, steps }: Told): BoardWorld {
  const world = new BoardWorld();
  begin(world, start);
  steps.forEach((one, i) => take(world, one, { name: `step-${i}` }));
  return world;
}

const otherThan = (school: string): string => (school === 'north' ? 'south' : 'north');
const viewersOf = (school: string): Viewer[] => [
  { kind: 'staff', school },
  { kind: 'pupils', school },
  ...everybody
    .filter((one) => one.school === school && one.role === 'pupil')
    .map(({ person }): Viewer => ({ kind: 'pupil', school, person })),
  { kind: 'guests' },
];

/** Both boards that come of a leave, each with the school that has it from then on. */
function boardsAfter(told: Told): { world: BoardWorld; boards: { school: string; board: Erased }[] } {
  const world = run(told);
  const stays = otherThan(told.leaver);
  const [kept, own] = parted(world, told.leaver, [stays]);
  const boards = [
    { school: stays, board: kept },
    { school: told.leaver, board: own },
  ];
  return { world, boards };
}

/** Shapes of a school's people in a view, without what cannot stand alone. */
function piecesOf(state: BoardState, viewer: Viewer, school: string): string[] {
  const own = [...projectView(state, viewer).values()].filter(
    ({ id, type }) =>
      id.startsWith('shape:') && type !== 'group' && type !== 'image' && state.slots.get(id)?.school === school,
  );
  return own.map(({ id }) => id).toSorted();
}

describe('a school that leaves, on each board that people can make', { timeout: 60_000 + runs.numRuns * 200 }, () => {
  test('[SG-37] [CH17] neither board keeps anything of the other school’s people, in its journal or in a checkpoint', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { world, boards } = boardsAfter(told);
        for (const { school, board } of boards) {
          const kept = JSON.stringify([board.journal, writeCheckpoint(board.state, world.now)]);
          const others = everybody.filter((one) => one.school !== school && one.role === 'pupil');
          for (const { person } of others) expect(kept).not.toContain(`${person} wrote`);
          const binned = [...board.state.bin.entries()].map(([, { slot }]) => slot);
          const slots = [...[...board.state.slots.entries()].map(([, slot]) => slot), ...binned];
          const isOther = (of: { school: string }): boolean => of.school === otherThan(school);
          expect(slots.filter((slot) => isOther(slot) || slot.layers.some(isOther))).toEqual([]);
          expect(rulesOf(board.state, () => null).schools.map((one) => one.school)).toEqual([school]);
        }
      }),
      runs,
    );
  });

  test('[SG-37] [CH17] each school keeps its own pieces, in every view, and each view is sound for tldraw', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { world, boards } = boardsAfter(told);
        for (const { school, board } of boards) {
          for (const viewer of viewersOf(school)) {
            const view = projectView(board.state, viewer);
            expect(closeView(view)).toEqual(view);
            for (const record of view.values()) expect(isRemarkId(record.id) || checkRecord(record)).toBe(true);
            expect(piecesOf(board.state, viewer, school)).toEqual(
              expect.arrayContaining(piecesOf(world.state, viewer, school)),
            );
          }
          const open = world.openCases(school).length;
          const stillOpen = [...board.state.cases.entries()].filter(([, one]) =>
            ['open', 'returned'].includes(one.state),
          );
          expect(stillOpen.length).toBeLessThanOrEqual(open);
        }
      }),
      runs,
    );
  });

  test('[SG-37] where things stand does not depend on whether content has been taken out yet', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { world, boards } = boardsAfter(told);
        const live = rightAfter(world, [told.leaver]);
        for (const viewer of viewersOf(otherThan(told.leaver))) {
          const places = (records: ReturnType<typeof projectView>): unknown[] =>
            [...records].map(([id, { x, y, parentId, index }]) => [id, x, y, parentId, index]).toSorted();
          expect(places(projectView(boards[0]?.board.state ?? live, viewer))).toEqual(
            places(projectView(live, viewer)),
          );
        }
      }),
      runs,
    );
  });

  test('[SG-37] [ER3] both journals are whole chains that can be kept and read, and leaving again finds nothing', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { world, boards } = boardsAfter(told);
        for (const { school, board } of boards) {
          for (const entry of board.journal) expect(journalEntry.parse(entry)).toEqual(entry);
          expect(firstBrokenLink(board.journal)).toBeNull();
          const about = { schools: [otherThan(school)], now: world.now };
          board.state.schools = [school];
          expect(takeSchoolsOff(board.state, about)).toBeNull();
          const eraser = schoolsEraser(board.state, about);
          for (const entry of board.journal) expect(eraser.take(entry)).toBeNull();
        }
      }),
      runs,
    );
  });
});
