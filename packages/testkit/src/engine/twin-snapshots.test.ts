import { projectView, visibleCase, type Viewer } from '@bridgeboard/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, sharedViewers } from './board-world.ts';
import { actInSecret, letSecretsBaseOut, north, secretAct, south, type SecretAct, type Side } from './secret-acts.ts';

const secrets = fc.array(secretAct, { maxLength: 12, size: 'max' });
const runs = { numRuns: Number(process.env['HISTORIES'] ?? 100), seed: Number(process.env['SEED'] ?? 2026) };

/** All that somebody outside the school who comes now is shown: everything on the board, and what is told of cases. */
function snapshots(side: Side, hidden: readonly SecretAct[]): string[] {
  const world = new BoardWorld();
  letSecretsBaseOut(world, side);
  hidden.forEach((act, i) => actInSecret(world, side, { act, name: String(i) }));
  const outside = sharedViewers.filter((viewer) => viewer.kind === 'guests' || viewer.school !== side.school);
  return outside.map((viewer) => JSON.stringify(snapshotFor(world, viewer)));
}

function snapshotFor(world: BoardWorld, viewer: Viewer): unknown {
  const { state, now } = world;
  const records = [...projectView(state, viewer).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const cases = [...state.cases.entries()].map(([id]) => visibleCase(state, { id, viewer, now }));
  return { records, cases: cases.filter((shown) => shown !== null) };
}

describe('a snapshot', { timeout: 60_000 + runs.numRuns * 100 }, () => {
  test.each([
    ['north', north],
    ['south', south],
  ])('[P2] [P28] [SG-06] tells nobody outside the school of %s what waits there, nor how much', (_, side) => {
    fc.assert(
      fc.property(secrets, secrets, (one, other) => {
        expect(snapshots(side, one)).toEqual(snapshots(side, other));
      }),
      runs,
    );
  });
});
