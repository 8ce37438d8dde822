import { forgetOld, limits } from '@bridgeboard/domain';
import { expect, test } from 'vitest';

import { BoardWorld, aisha, oliver } from '../board-world.ts';
import { shape } from '../records.ts';
import { put } from './start.ts';

const note = shape('note', 'note');
const dayMs = 24 * 3_600_000;

test('[P7] [P21] what was taken off comes back for 30 days, and its id is in use for ever', () => {
  const world = new BoardWorld();
  world.must(oliver, ...put(note));
  world.must(oliver, { op: 'delete', id: note.id });
  world.wait(29 * dayMs);
  forgetOld(world.state, world.now);
  world.must(oliver, ...put(note));
  world.must(oliver, { op: 'delete', id: note.id });
  world.wait(30 * dayMs);
  forgetOld(world.state, world.now);
  for (const actor of [oliver, aisha]) expect(world.refusals(actor, ...put(note))).toEqual({ 0: 'BAD_ID' });
  expect(JSON.stringify([...world.state.bin.entries()])).not.toContain('richText');
});

test("[P7] [L16] making and deleting without end fills no more of the bin than the school's share, and the newest stays", () => {
  const world = new BoardWorld();
  const points = Array.from({ length: limits.both.strokePoints }, (_, i) => ({ x: i, y: 0, z: 0.5 }));
  const stroke = (name: string): typeof note => shape('draw', name, { 'props.segments': [{ type: 'free', points }] });
  const hers = shape('note', 'hers');
  world.must(aisha, ...put(hers));
  world.must(aisha, { op: 'delete', id: hers.id });
  const names = Array.from({ length: 800 }, (_, i) => `s-${i}-`);
  for (let at = 0; at < names.length; at += 50) {
    const some = names.slice(at, at + 50).map(stroke);
    world.must(oliver, ...put(...some));
    world.must(oliver, ...some.map(({ id }) => ({ op: 'delete' as const, id })));
  }
  forgetOld(world.state, world.now);
  const left = [...world.state.bin.entries()].filter(([, { slot }]) => slot.layers.length > 0);
  expect(left.length * points.length * 30).toBeLessThanOrEqual(limits.board.bytes / 2);
  expect(left.length).toBeGreaterThan(600);
  expect(left.map(([id]) => id)).toEqual(expect.arrayContaining([hers.id, stroke('s-799-').id]));
  world.must(aisha, ...put(hers));
  world.must(oliver, ...put(stroke('s-799-')));
  expect(world.refusals(oliver, ...put(stroke('s-0-')))).toEqual({ 0: 'BAD_ID' });
}, 30_000);

test('[P33] the newest browsers of a person are remembered, however many there have been', () => {
  const world = new BoardWorld();
  const client = (i: number): string => `client-of-oliver-${i}`;
  for (let i = 0; i < 520; i += 1) {
    world.now += 1;
    world.send(oliver, { client: client(i), seq: 1, ops: [{ op: 'delete', id: note.id }] });
  }
  forgetOld(world.state, world.now);
  const again = (i: number): unknown => world.send(oliver, { client: client(i), seq: 1, ops: [] }).kind;
  expect([again(519), again(20), again(19)]).toEqual(['repeated', 'repeated', 'entry']);
});
