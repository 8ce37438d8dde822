import { actingAs, isOutOfSight, projectView, spanSince, viewerOf, type Actor } from '@bridgeboard/domain';
import type { BoardRecord } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bello, BoardWorld, reed } from './board-world.ts';
import { lookBack } from './past-views.ts';
import { drawing } from './random-ops.ts';
import { canonical, fieldsOf, placeFields } from './past-work.ts';
import { step, take, type Step } from './random-step.ts';
import { rewind } from './rewinding.ts';
import { everybody } from './board-world.ts';

const history = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });
const runs = { numRuns: Number(process.env['HISTORIES'] ?? 60), seed: Number(process.env['SEED'] ?? 2026) };

const drawings: fc.Arbitrary<Step[]> = fc.array(drawing, { minLength: 1, maxLength: 15, size: 'max' });
const ofOwnSchool = everybody.filter(({ school }) => school === reed.school);

function plainViewOf(world: BoardWorld): string[] {
  return [...projectView(world.state, viewerOf(reed)).values()].map((record) => canonical(record)).toSorted();
}

type Shown = ReadonlyMap<string, BoardRecord>;

/** What the screens of a school's staff showed, as their patches told them. */
function screenOf(world: BoardWorld, { school }: Actor): Shown {
  const view = world.views.find(({ viewer }) => viewer.kind === 'staff' && viewer.school === school);
  return structuredClone(view?.model.records() ?? new Map<string, BoardRecord>());
}

function valuesOf(record: BoardRecord | undefined, isWanted: (field: string) => boolean): string[] {
  return record
    ? fieldsOf(record).flatMap(([field, value]) => (isWanted(field) ? [`${field} ${canonical(value)}`] : []))
    : [];
}

/** Runs a history and remembers what was on the screens after each step. */
function remembered(steps: readonly Step[], actor: Actor): { world: BoardWorld; screens: Map<number, Shown> } {
  const world = new BoardWorld();
  const screens = new Map<number, Shown>();
  steps.forEach((one, i) => {
    world.now += 1;
    take(world, one, { name: `step-${i}`, actors: everybody });
    screens.set(world.state.seq, screenOf(world, actor));
  });
  return { world, screens };
}

describe('a board’s past', { timeout: 60_000 + runs.numRuns * 300 }, () => {
  test('[HIST5] at no entry does anybody’s view show what was not on their screen then, or may not be seen now', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (steps, isReed) => {
        const actor = isReed ? reed : bello;
        const { world, screens } = remembered(steps, actor);
        const now = screenOf(world, actor);
        const { at } = lookBack(world, actor);
        for (const [seq, then] of screens) {
          for (const [id, record] of at(seq).records) {
            if (id.startsWith('page:')) continue;
            expect(isOutOfSight(world.state, actor.school)).toBe(false);
            expect(record, `${id} at ${seq}`).toEqual(then.get(id));
            const slot = world.state.slots.get(id) ?? world.state.bin.get(id)?.slot;
            expect(slot, id).toMatchObject({ hidden: false });
            if (slot?.school === actor.school) continue;
            const shown = valuesOf(record, (field) => !placeFields.has(field));
            expect(
              valuesOf(now.get(id), (field) => !placeFields.has(field)),
              `${id} at ${seq}`,
            ).toEqual(shown);
          }
        }
      }),
      runs,
    );
  });

  test('[SEC-20] [HIST7] brought back to a moment since when the own school alone drew, the board is for its staff as it was', () => {
    fc.assert(
      fc.property(history, drawings, (before, drawn) => {
        const world = new BoardWorld();
        before.forEach((one, i) => {
          world.now += 1;
          take(world, one, { name: `before-${i}`, actors: everybody });
        });
        world.wait();
        if (actingAs(world.state, reed)?.role !== 'staff' || isOutOfSight(world.state, reed.school)) return;
        const then = plainViewOf(world);
        const moment = world.now;
        drawn.forEach((one, i) => {
          world.now += 1;
          take(world, one, { name: `drawn-${i}`, actors: ofOwnSchool });
        });
        rewind(world, { actor: reed, ...spanSince(world.state, reed, { moment, now: world.now }) });
        expect(plainViewOf(world)).toEqual(then);
      }),
      runs,
    );
  });

  test('[HIST6] no moment is about anything but changes on these screens, and none counts what is not there to be seen', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (steps, isReed) => {
        const actor = isReed ? reed : bello;
        const { world } = remembered(steps, actor);
        const people = new Map(world.state.members.entries());
        for (const { from, at, by } of lookBack(world, actor).moments) {
          expect(from).toBeLessThanOrEqual(at);
          for (const [person, count] of by) {
            expect(count).toBeGreaterThan(0);
            // Another school's staff are named for their own pieces alone, which all see.
            const isOthers = people.get(person)?.school !== actor.school;
            const pieces = [...world.state.slots.entries()].filter(([, slot]) => slot.author === person && slot.base);
            expect(isOthers && person !== '' ? pieces.length : 1, person).toBeGreaterThan(0);
          }
        }
      }),
      runs,
    );
  });
});
