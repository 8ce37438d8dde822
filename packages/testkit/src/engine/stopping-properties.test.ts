import type { Viewer } from '@bridgeboard/domain';
import { projectView, TrackedView, viewerOf } from '@bridgeboard/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, bello, everybody, reed, sharedViewers } from './board-world.ts';
import { begin, opening } from './random-rules.ts';
import { step, take, type Step } from './random-step.ts';

const runs = { numRuns: Number(process.env['HISTORIES'] ?? 60), seed: Number(process.env['SEED'] ?? 2026) };
const told = fc.record({
  start: opening,
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
  secret: fc.array(step, { minLength: 1, maxLength: 20, size: 'max' }),
});

/** What everybody is told whoever sees the board: rules, and pages, which are in every view. */
function isToldToAll(one: Step): boolean {
  return one.do === 'rule' || one.do === 'page' || one.do === 'restore-page';
}

/** Ids that a patch names, but for authors and rules, begin so where it is about pages alone. */
function isOfPages(patch: object): boolean {
  const ids = JSON.stringify(patch).matchAll(/"([a-z]+):[\w-]+"/g);
  return [...ids].every(([, kind]) => kind === 'page' || kind === 'document') && !('cases' in patch);
}

describe('a board that a school has stopped', { timeout: 60_000 + runs.numRuns * 100 }, () => {
  test('[P39] [P27] tells everybody else nothing of what is done there until it goes on, and then all that they may see', () => {
    fc.assert(
      fc.property(told, ({ start, steps, secret }) => {
        const world = new BoardWorld();
        begin(world, start);
        steps.forEach((one, i) => take(world, one, { name: `step-${i}` }));
        world.rule(null, { kind: 'stop-everything', isOn: false });
        world.rule(null, { kind: 'return-member', person: reed.person });
        world.rule(null, { kind: 'change-member', person: reed.person, role: 'staff' });
        world.wait();
        world.rule(reed, { kind: 'stop-everything', isOn: true });
        world.round = 1;
        secret
          .filter((one) => !isToldToAll(one))
          .forEach((one, i) => take(world, one, { name: `secret-${i}`, actors: [reed] }));
        const isOutside = (viewer: Viewer): boolean => viewer.kind === 'guests' || viewer.school !== reed.school;
        const heard = [
          ...world.views.filter(({ viewer }) => isOutside(viewer)),
          ...world.privates.filter(({ actor }) => actor.school !== reed.school),
        ].flatMap(({ patches }) => patches.filter(({ round, patch }) => round === 1 && !isOfPages(patch)));
        expect(heard).toEqual([]);
        const outside = world.views.filter(({ viewer }) => isOutside(viewer));
        expect(outside.flatMap(({ tracked }) => [...tracked.cases.keys()])).toEqual([]);
        for (const viewer of [
          ...sharedViewers.filter(isOutside),
          ...everybody.filter(({ school }) => school === bello.school).map(viewerOf),
        ]) {
          expect(
            [...projectView(world.state, viewer).values()].filter(
              ({ typeName }) => typeName !== 'page' && typeName !== 'document',
            ),
          ).toEqual([]);
        }
        world.round = 2;
        world.rule(reed, { kind: 'stop-everything', isOn: false });
        for (const { viewer, tracked } of world.views) {
          expect(tracked.cases).toEqual(new TrackedView(viewer, world.state, world.now).cases);
        }
        for (const { viewer, model } of world.views) expect(model.records()).toEqual(projectView(world.state, viewer));
        for (const actor of everybody) expect(world.seenBy(actor)).toEqual(projectView(world.state, viewerOf(actor)));
      }),
      runs,
    );
  });
});
