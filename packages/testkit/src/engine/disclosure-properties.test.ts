import { createBoardState, ShowingTeller, SightTeller, WholeActs, authorKey, viewerKey } from '@bridgeboard/domain';
import { isRemarkId } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, bello, everybody, reed, sharedViewers } from './board-world.ts';
import { begin, opening } from './random-rules.ts';
import { step, take } from './random-step.ts';

const runs = { numRuns: Number(process.env['HISTORIES'] ?? 60), seed: Number(process.env['SEED'] ?? 2026) };
const history = fc.record({ start: opening, steps: fc.array(step, { minLength: 1, maxLength: 50, size: 'max' }) });

/** The board that people make in this history. */
function played({
  start,
  steps,
}: {
  start: Parameters<typeof begin>[1];
  steps: Parameters<typeof take>[1][];
}): BoardWorld {
  const world = new BoardWorld();
  begin(world, start);
  steps.forEach((one, i) => take(world, one, { name: `step-${i}` }));
  return world;
}

/** All that frames have put into a shared view. */
function putsTo(world: BoardWorld, key: string) {
  const view = world.views.find(({ viewer }) => viewerKey(viewer) === key);
  return (view?.patches ?? []).flatMap(({ patch }) => ('put' in patch ? (patch.put ?? []) : []));
}

/** Records of a person's that frames brought to the staff of a school, by what the frames said of whose they are. */
function toldOf(world: BoardWorld, person: string, school: string): Set<string> {
  const key = authorKey(world.state, person);
  const puts = putsTo(world, viewerKey({ kind: 'staff', school }));
  return new Set(puts.filter(({ stamp }) => stamp.by === key).map(({ record }) => record.id));
}

/** Pieces and remarks that frames of a shared view have brought. */
function broughtTo(world: BoardWorld, key: string): string[] {
  const isWork = (id: string): boolean => id.startsWith('shape:') || isRemarkId(id);
  return [
    ...new Set(
      putsTo(world, key)
        .map(({ record }) => record.id)
        .filter(isWork),
    ),
  ].toSorted();
}

describe('what of a pupil other schools could see', { timeout: 60_000 + runs.numRuns * 100 }, () => {
  test('[HIST9] is what frames told the staff of each, on each board that people can make', () => {
    let found = 0;
    fc.assert(
      fc.property(history, (made) => {
        const world = played(made);
        for (const { person, school, role } of everybody) {
          if (role !== 'pupil') continue;
          const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
          const teller = new ShowingTeller(state, { school, isAbout: ({ author }) => author === person });
          for (const act of new WholeActs().take(world.journal)) teller.take(act);
          const other = school === reed.school ? bello.school : reed.school;
          const disclosures = teller.showings().filter((one) => one.school !== school);
          expect(disclosures.every((one) => one.school === other)).toBe(true);
          const records = new Set(disclosures.map(({ record }) => record));
          expect([...records].toSorted()).toEqual([...toldOf(world, person, other)].toSorted());
          found += records.size;
          const still = new Set(disclosures.flatMap(({ record, until }) => (until === null ? record : [])));
          const staff = other === reed.school ? reed : bello;
          const theirs = [...world.seenBy(staff).keys()].filter((id) => world.state.slots.get(id)?.author === person);
          expect([...still].toSorted()).toEqual(theirs.toSorted());
        }
      }),
      runs,
    );
    // Where nothing was ever shown, nothing was looked at.
    expect(found).toBeGreaterThan(runs.numRuns / 2);
  });

  test('[BRE2] what any view could see of a board is what its frames have brought, on each board that people can make', () => {
    let found = 0;
    fc.assert(
      fc.property(history, (made) => {
        const world = played(made);
        for (const viewer of sharedViewers) {
          const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
          const own = viewer.kind === 'guests' ? reed.school : viewer.school;
          const teller = new SightTeller(state, { viewer, own, withBin: false });
          for (const act of new WholeActs().take(world.journal)) teller.take(act);
          const seen = [...new Set(teller.sights().map(({ record }) => record))].toSorted();
          expect(seen).toEqual(broughtTo(world, viewerKey(viewer)));
          found += seen.length;
          for (const { author, school } of teller.sights()) {
            const member = everybody.find(({ person }) => person === author);
            expect(member?.school).toBe(school);
          }
        }
      }),
      runs,
    );
    expect(found).toBeGreaterThan(runs.numRuns);
  });
});
