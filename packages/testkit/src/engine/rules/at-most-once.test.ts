import { clientKey, createBoardState, projectView } from '@bridgeboard/domain';
import type { Op } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed, sharedViewers, zainab } from '../board-world.ts';
import { shape } from '../records.ts';
import { put } from './start.ts';

const note = shape('note', 'note');

describe('edits by number', () => {
  test('[P33] an edit that comes again is answered as the first time and changes nothing', () => {
    const world = new BoardWorld();
    const ops = [...put(note), ...put({ ...note, id: 'shape:short' })];
    const first = world.send(oliver, { seq: 1, ops });
    const entries = world.journal.length;
    expect(first).toMatchObject({ kind: 'entry', refused: [{ op: 1, code: 'BAD_ID' }] });
    for (const again of [ops, [], put(shape('note', 'other'))]) {
      expect(world.send(oliver, { seq: 1, ops: again })).toEqual({
        kind: 'repeated',
        refused: [{ op: 1, code: 'BAD_ID' }],
      });
    }
    expect(world.journal).toHaveLength(entries);
    world.send(oliver, { seq: 2, ops: put(shape('note', 'two')) });
    expect(world.send(oliver, { seq: 1, ops })).toEqual({ kind: 'repeated', refused: [] });
  });

  test('[P33] a hole is asked for, never skipped; nothing of it is taken', () => {
    const world = new BoardWorld();
    expect(world.send(oliver, { seq: 2, ops: put(note) })).toEqual({ kind: 'resend', from: 1 });
    world.send(oliver, { seq: 1, ops: put(note) });
    expect(world.send(oliver, { seq: 900, ops: put(shape('note', 'x')) })).toEqual({ kind: 'resend', from: 2 });
    expect(world.seenBy(oliver).size).toBe(3);
  });

  test("[P33] [P28] numbers count for one person's one browser: nobody can use up another's", () => {
    const world = new BoardWorld();
    world.send(aisha, { seq: 1, ops: put(shape('note', 'hers')), client: 'the-very-same-client' });
    expect(world.send(oliver, { seq: 1, ops: put(note), client: 'the-very-same-client' }).kind).toBe('entry');
    expect(world.state.clients.get(clientKey('oliver', 'the-very-same-client'))?.seq).toBe(1);
  });

  test('[P33] whatever a network loses, repeats and reorders, each edit takes effect once and in order', () => {
    const clients = [oliver, zainab, aisha, reed, bello];
    const edits = clients.map((actor) =>
      Array.from({ length: 6 }, (_, i): Op[] =>
        i % 3 === 2
          ? [{ op: 'update', id: shape('note', `${actor.person}-${i - 1}`).id, set: { x: i } }]
          : put(shape('note', `${actor.person}-${i}`)),
      ),
    );
    const arrival = fc.record({ who: fc.nat({ max: 4 }), seq: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(fc.array(arrival, { maxLength: 80, size: 'max' }), (arrivals) => {
        const rough = new BoardWorld();
        const taken: { who: number; seq: number }[] = [];
        // After the storm every browser sends what has not been answered, in order.
        const rest = clients.flatMap((_, who) => Array.from({ length: 6 }, (__, i) => ({ who, seq: i + 1 })));
        for (const { who, seq } of [...arrivals, ...rest]) {
          const outcome = rough.send(clients[who] ?? reed, { seq, ops: edits[who]?.[seq - 1] ?? [] });
          if (outcome.kind === 'entry') taken.push({ who, seq });
        }
        const smooth = new BoardWorld();
        for (const { who, seq } of taken) smooth.send(clients[who] ?? reed, { seq, ops: edits[who]?.[seq - 1] ?? [] });
        expect(taken).toHaveLength(30);
        for (const viewer of sharedViewers) {
          expect(projectView(rough.state, viewer)).toEqual(projectView(smooth.state, viewer));
        }
        expect(rough.journal.map(({ facts }) => facts.chain)).toEqual(smooth.journal.map(({ facts }) => facts.chain));
      }),
      { numRuns: Math.ceil(Number(process.env['HISTORIES'] ?? 100) / 3), seed: Number(process.env['SEED'] ?? 2026) },
    );
  }, 60_000);
});

describe('verdicts by operation', () => {
  test('[P34] a bad operation is refused alone, and the entry keeps which', () => {
    const world = new BoardWorld();
    const [good, better] = [shape('note', 'good'), shape('note', 'better')];
    const refused = world.refusals(
      oliver,
      ...put(good),
      { op: 'create', record: { ...shape('note', 'bad'), x: 1e308 } },
      { op: 'fly' },
      ...put(better),
      { op: 'update', id: shape('note', 'never').id, set: { x: 1 } },
    );
    expect(refused).toEqual({ 1: 'OUT_OF_RANGE', 2: 'BAD_MESSAGE', 4: 'NO_SUCH_RECORD' });
    expect(world.seenBy(oliver).has(good.id)).toBe(true);
    expect(world.seenBy(oliver).has(better.id)).toBe(true);
    expect(world.journal.at(-1)?.facts.refused?.map(({ op }) => op)).toEqual([1, 2, 4]);
  });

  test('[P34] what needs a refused creation is DEPENDS, through as many steps as it takes', () => {
    const world = new BoardWorld();
    const bad = { ...shape('frame', 'bad'), x: 1e308 };
    const child = shape('frame', 'child', { parentId: bad.id });
    const grandchild = shape('note', 'grandchild', { parentId: child.id });
    const arrow = shape('arrow', 'arrow');
    const refused = world.refusals(
      oliver,
      ...put(bad, child, grandchild, arrow),
      { op: 'create', record: { ...bindingTo(arrow.id, grandchild.id) } },
      { op: 'create', record: { ...bindingTo(bad.id, arrow.id) } },
      { op: 'update', id: bad.id, set: { x: 1 } },
      { op: 'update', id: arrow.id, set: { parentId: child.id } },
      { op: 'delete', id: child.id },
    );
    expect(refused).toEqual({
      0: 'OUT_OF_RANGE',
      1: 'DEPENDS',
      2: 'DEPENDS',
      4: 'DEPENDS',
      5: 'DEPENDS',
      6: 'DEPENDS',
      7: 'DEPENDS',
      8: 'DEPENDS',
    });
  });

  test('[P34] deciding leaves the board as it is until the entry has been kept', () => {
    const world = new BoardWorld();
    const before = JSON.stringify([...world.state.slots.entries()]);
    const empty = createBoardState({ board: 'b', schools: [], epoch: 'e' });
    expect(empty.seq).toBe(0);
    world.refusals(oliver, { op: 'delete', id: 'page:page' });
    expect(JSON.stringify([...world.state.slots.entries()])).toBe(before);
  });
});

function bindingTo(arrow: string, to: string): Record<string, unknown> {
  return {
    id: 'binding:needsarefusedone00000',
    typeName: 'binding',
    type: 'arrow',
    fromId: arrow,
    toId: to,
    meta: {},
    props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: true, snap: 'none' },
  };
}
