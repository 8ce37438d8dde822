import {
  applyEntry,
  createBoardState,
  entryLimit,
  firstBrokenLink,
  projectView,
  takeTouched,
  WholeActs,
  type BoardState,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, everybody, oliver, reed, sharedViewers } from '../board-world.ts';
import { erase, replayed } from '../erasing.ts';
import { begin as beginRules, opening } from '../random-rules.ts';
import { step, take, type Step } from '../random-step.ts';
import { richText, shape } from '../records.ts';
import { begin, plain, replayed as replayedTo, rewound } from '../rewinding.ts';
import { decided, drawn, put } from './start.ts';

/** So little that whatever changes more than a record or two is kept in parts. */
const small = { bytes: 1_500, unweighedSteps: 0 };
const secret = 'my secret garden';
const notes = Array.from({ length: 12 }, (_, i) => shape('note', `n-${i}-`, { 'props.richText': richText(secret) }));

/** A board on which a pupil's notes were let out, in one act that is larger than an entry. */
function letOut(entryLimit = small): { world: BoardWorld; act: readonly JournalEntry[]; before: number } {
  const world = new BoardWorld({ entryLimit });
  const id = drawn(world, oliver, ...notes);
  const before = world.journal.length;
  decided(world, id, 'board');
  return { world, act: world.journal.slice(before), before };
}

function everyView(state: BoardState): unknown {
  return sharedViewers.map((viewer) => projectView(state, viewer));
}

const contentsOf = (entry: JournalEntry | undefined): unknown =>
  entry && 'contents' in entry.content ? entry.content.contents : null;

const afresh = (): BoardState => createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });

describe('an act that is larger than an entry', () => {
  test('[P32] is kept as parts with its steps, and a commit with all else, in one unbroken chain', () => {
    const { world, act, before } = letOut();
    const last = act.at(-1);
    expect(act.length).toBeGreaterThan(3);
    expect(act.map(({ facts }) => facts.kind)).toEqual([...act.slice(1).map(() => 'part'), 'commit']);
    expect(act.every(({ facts }) => facts.partOf === before + 1 && facts.actor?.person === 'reed')).toBe(true);
    expect([last?.facts.act, last?.facts.changes]).toEqual(['decision', []]);
    expect(act.map(({ audit, effects }) => audit.length + effects.length > 0)).toEqual(act.map((one) => one === last));
    for (const entry of act) expect(JSON.stringify(entry).length).toBeLessThanOrEqual(small.bytes);
    expect(world.journal.map(({ facts }) => facts.seq)).toEqual(world.journal.map((_, i) => i + 1));
    expect(firstBrokenLink(world.journal)).toBeNull();
    expect(firstBrokenLink(world.journal.toSpliced(before + 1, 1))).toBe(before + 3);
  });

  test('[P32] comes to what it would be in one entry, step by step', () => {
    const whole = letOut(entryLimit);
    const { world, act } = letOut();
    expect(whole.act).toHaveLength(1);
    const [joined] = new WholeActs().take(act);
    const [one] = whole.act;
    expect([joined?.facts.kind, joined?.facts.changes]).toEqual(['decision', one?.facts.changes]);
    expect([contentsOf(joined), joined?.audit, joined?.effects]).toEqual([contentsOf(one), one?.audit, one?.effects]);
    expect(everyView(world.state)).toEqual(everyView(whole.world.state));
  });

  test('[P32] shows nothing of itself before its commit, and all of it then', () => {
    const { world, act, before } = letOut();
    const state = replayedTo(world.journal, before);
    const seen = everyView(state);
    takeTouched(state);
    for (const part of act.slice(0, -1)) applyEntry(state, part);
    expect(everyView(state)).toEqual(seen);
    expect([...takeTouched(state).records]).toEqual([]);
    for (const commit of act.slice(-1)) applyEntry(state, commit);
    expect(takeTouched(state).records.size).toBe(notes.length);
    expect(plain(state)).toEqual(plain(replayed(world.journal)));
  });

  test('[P32] of which only a part was kept never happened, and can be done again', () => {
    const { world, act, before } = letOut();
    for (let kept = 1; kept < act.length; kept += 1) {
      const again = new BoardWorld({ entryLimit: small });
      const id = drawn(again, oliver, ...notes);
      const seen = everyView(again.state);
      for (const entry of world.journal.slice(before, before + kept)) {
        again.journal.push(entry);
        applyEntry(again.state, entry);
      }
      expect(everyView(again.state)).toEqual(seen);
      again.must(reed, ...put(shape('note', 'after')));
      expect(everyView(replayed(again.journal.slice(0, before + kept)))).toEqual(seen);
      decided(again, id, 'board');
      expect(firstBrokenLink(again.journal)).toBeNull();
      expect(again.seenByAll().size).toBe(world.seenByAll().size + 1);
      expect(plain(replayed(again.journal))).toEqual(plain(again.state));
    }
  });

  test('[P32] is no act where one of its parts is not there', () => {
    const { act } = letOut();
    expect(new WholeActs().take(act.slice(0, -1))).toEqual([]);
    for (const missing of act.slice(0, -1).keys()) {
      expect(() => new WholeActs().take(act.toSpliced(missing, 1))).toThrow('is missing');
    }
    expect(() => applyEntry(afresh(), act.at(-1) as JournalEntry)).toThrow('is missing');
  });

  test('[P32] [P33] of a browser uses up its number with the commit', () => {
    const world = new BoardWorld({ entryLimit: small });
    world.must(reed, ...put(...notes));
    const commit = world.journal.at(-1);
    expect([commit?.facts.kind, commit?.facts.client?.seq]).toEqual(['commit', 1]);
    expect(world.journal.filter(({ facts }) => facts.kind === 'part' && facts.client)).toEqual([]);
    expect(world.send(reed, { seq: 1, ops: [] })).toEqual({ kind: 'repeated', refused: [] });
  });

  test('[P26] [P32] is taken back by a rewind, itself in parts, and a rewind of that brings it back', () => {
    const world = new BoardWorld({ entryLimit: small });
    const from = begin(world);
    world.must(reed, ...put(...notes));
    const there = world.seenByAll();
    const again = begin(world);
    expect(rewound(world, { by: reed, person: reed, from }).records).toBe(notes.length);
    expect(world.journal.at(-1)?.facts.act).toBe('edit');
    expect(world.seenByAll().has(notes[0]?.id ?? '')).toBe(false);
    rewound(world, { by: reed, person: reed, from: again });
    expect(world.seenByAll()).toEqual(there);
    expect(plain(replayed(world.journal))).toEqual(plain(world.state));
  });

  test('[ER1] [P32] loses what a person made like any other, also where it never happened', () => {
    const { world } = letOut();
    const cut = new BoardWorld({ entryLimit: small });
    for (const entry of world.journal.filter(({ facts }) => facts.kind === 'part').slice(0, 3)) {
      cut.journal.push(entry);
      applyEntry(cut.state, entry);
    }
    for (const one of [world, cut]) {
      expect(JSON.stringify(one.journal)).toContain('secret');
      const { journal, state } = erase(one, 'oliver');
      expect(JSON.stringify(journal)).not.toContain('secret');
      expect(firstBrokenLink(journal)).toBeNull();
      expect(projectView(state, { kind: 'staff', school: 'north' }).has(notes[0]?.id ?? '')).toBe(false);
    }
  });
});

const runs = { numRuns: Number(process.env['HISTORIES'] ?? 50), seed: Number(process.env['SEED'] ?? 2026) };

test(
  '[P32] whatever people do, a board whose acts are kept in parts shows everybody the same as one whose acts are kept whole',
  { timeout: 60_000 + runs.numRuns * 200 },
  () => {
    const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 1, maxLength: 50, size: 'max' });
    let inParts = 0;
    fc.assert(
      fc.property(opening, steps, (start, told) => {
        const [whole, parted] = [new BoardWorld(), new BoardWorld({ entryLimit: { bytes: 900, unweighedSteps: 0 } })];
        for (const world of [whole, parted]) {
          beginRules(world, start);
          told.forEach((one, i) => take(world, one, { name: `step-${i}` }));
        }
        inParts += parted.journal.filter(({ facts }) => facts.kind === 'commit').length;
        for (const actor of everybody) expect(parted.seenBy(actor)).toEqual(whole.seenBy(actor));
        expect(new WholeActs().take(parted.journal).map(({ facts }) => facts.changes)).toEqual(
          whole.journal.map(({ facts }) => facts.changes),
        );
        expect(plain(replayed(parted.journal))).toEqual(plain(parted.state));
        expect(firstBrokenLink(parted.journal)).toBeNull();
      }),
      runs,
    );
    expect(inParts).toBeGreaterThan(runs.numRuns);
  },
);
