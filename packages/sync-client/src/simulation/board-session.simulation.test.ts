import { isDeepStrictEqual } from 'node:util';

import { grownBy } from '@bridgeboard/domain';
import { packPoints, type BoardRecord, type Fields, type Json, type Op, type StrokePoint } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { layOps } from '../pending/lay-ops.ts';
import { segmentsOf } from '../view/patch-lines.ts';
import { ModelPerson } from './model-person.ts';
import { ModelServer } from './model-server.ts';
import { settle, VirtualTimers } from './virtual-timers.ts';

const people = ['staff-a', 'staff-b', 'pupil-c'];
const ids = ['n1', 'n2', 'n3'];
const who = fc.nat({ max: people.length - 1 });

/** What may happen, in any order: work, messages moving, breaks, crashes, reloads, time. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('work' as const),
      who,
      note: fc.constantFrom(...ids),
      how: fc.constantFrom('write', 'write', 'draw', 'draw', 'draw', 'delete'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('common' as const), who: fc.nat({ max: 1 }) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('up' as const), who, count: fc.nat({ max: 3 }) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('down' as const), who, count: fc.nat({ max: 4 }) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.constantFrom(20, 60, 300, 12_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'connect' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('reload' as const), who, isWarned: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('crash' as const, 'approve' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const dot = (x: number) => ({ type: 'free', points: [{ x: x / 100, y: 0, z: 0.5 }] });

/** A stroke one point longer. */
function longer(record: BoardRecord, x: number): Fields {
  const before = segmentsOf(record);
  return { 'props.segments': grownBy(before, packPoints([{ x, y: x / 10, z: 0.5 }], lastOf(before)) ?? []) };
}

function lastOf(segments: Json | undefined): StrokePoint | null {
  const [segment] = (segments ?? []) as unknown as { points: StrokePoint[] }[];
  return segment?.points.at(-1) ?? null;
}

/** Three people on one board, each with notes of their own and one that both staff write on. */
class World {
  readonly server = new ModelServer();
  readonly timers = new VirtualTimers();
  readonly everybody: ModelPerson[];
  /** What each person last did to a note of their own: it has to come out exactly so. */
  readonly wishes = new Map<string, BoardRecord | null>();
  #counter = 0;

  constructor() {
    this.server.base.set('shape:common', { record: { id: 'shape:common', typeName: 'shape', x: 0 }, by: 'staff-a' });
    this.everybody = people.map((name) => new ModelPerson({ name, server: this.server, timers: this.timers }));
  }

  async take(next: Step): Promise<void> {
    const person = this.everybody['who' in next ? next.who : 0];
    if (!person) return;
    switch (next.kind) {
      case 'work':
        this.#work(person, next);
        break;
      case 'common':
        this.#writeCommon(person);
        break;
      case 'time':
        await this.timers.advance(next.ms);
        break;
      case 'reload':
        await this.#reload(person, next);
        break;
      case 'crash':
        this.server.crash();
        break;
      case 'approve':
        this.server.approve('pupil-c');
        break;
      default:
        this.#move(person, next);
    }
    await settle();
  }

  /** People whose screen is not what their session says. */
  astray(): string[] {
    const isEqual = (one: ModelPerson): boolean => isDeepStrictEqual(one.screen, new Map(one.session.records));
    return this.everybody.filter((one) => !isEqual(one)).map(({ name }) => name);
  }

  /** How each person's own notes should have come out. */
  wishesOf(person: ModelPerson): [string, BoardRecord | null][] {
    return [...this.wishes].filter(([id]) => id.includes(person.name));
  }

  /** The network heals and everything that can move moves. */
  async heal(): Promise<void> {
    for (let round = 0; round < 40; round += 1) {
      for (const { link } of this.everybody) {
        link.connect();
        link.carryUp(99);
        link.carryDown(99);
      }
      await settle();
      await this.timers.advance(700);
    }
  }

  #move({ link }: ModelPerson, next: Extract<Step, { kind: 'up' | 'down' | 'cut' | 'connect' }>): void {
    if (next.kind === 'up') link.carryUp(next.count);
    else if (next.kind === 'down') link.carryDown(next.count);
    else if (next.kind === 'cut') link.cut();
    else link.connect();
  }

  #work(person: ModelPerson, { note, how }: { note: string; how: string }): void {
    const id = `shape:${person.name}-${note}`;
    const before = person.screen.get(id);
    // Before the board is there nobody can see what to change.
    if (!person.session.status.value.isShown || (!before && how === 'delete')) return;
    const x = (this.#counter += 1);
    let op: Op = { op: 'update', id, set: how === 'draw' && before ? longer(before, x) : { x } };
    if (how === 'delete') op = { op: 'delete', id };
    // A note that was deleted and may have been heard of does not come back: ids are not reused.
    else if (!before && this.wishes.has(id)) return;
    else if (!before) op = { op: 'create', record: { id, typeName: 'shape', x, props: { segments: [dot(x)] } } };
    person.do(op);
    this.wishes.set(id, layOps(before ?? null, [op]));
  }

  #writeCommon(person: ModelPerson): void {
    if (person.screen.has('shape:common')) {
      person.do({ op: 'update', id: 'shape:common', set: { [person.name]: (this.#counter += 1) } });
    }
  }

  async #reload(person: ModelPerson, { isWarned }: { isWarned: boolean }): Promise<void> {
    // Killed without a warning, a tab loses at most the work of the last moment, which nothing called kept.
    if (!isWarned) await this.timers.advance(60);
    await person.reload({ isWarned });
  }
}

test('[P33] through cuts, crashes and reloads every edit takes effect once, and every screen ends up as the server has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 120 }), async (steps) => {
      const world = new World();
      await world.heal();
      for (const next of steps) {
        await world.take(next);
        expect(world.astray()).toEqual([]);
      }
      await world.heal();
      for (const { session } of world.everybody) expect(session.healed.value).toBe(0);
      for (const [id, count] of world.server.creations) expect(count, `creations of ${id}`).toBe(1);
      for (const person of world.everybody) {
        expect(person.session.status.value).toMatchObject({ state: 'live', save: { name: 'saved' } });
        expect(person.screen).toEqual(world.server.viewOf(person.name));
        expect(person.refused).toEqual([]);
        const kept = world.server.viewOf(person.name);
        for (const [id, wish] of world.wishesOf(person)) expect(kept.get(id) ?? null).toEqual(wish);
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('what the server refuses springs back, says whose it is, and stays in the list of what was not accepted', async () => {
  const world = new World();
  const pupil = world.everybody[2];
  if (!pupil) throw new Error('no pupil');
  await world.heal();
  pupil.do({ op: 'update', id: 'shape:common', set: { x: 77 } });
  expect(pupil.screen.get('shape:common')?.['x']).toBe(77);
  await world.heal();
  expect(pupil.screen.get('shape:common')?.['x']).toBe(0);
  expect(pupil.refused).toMatchObject([{ code: 'NOT_YOURS', content: { x: 77 } }]);
  expect(pupil.session.status.value.save).toEqual({ name: 'notAccepted', count: 1 });
  await pupil.reload({ isWarned: false });
  await world.heal();
  expect(pupil.session.refusedWork.value).toMatchObject([{ code: 'NOT_YOURS', content: { x: 77 } }]);
  for (const work of pupil.session.refusedWork.value) pupil.session.forgetRefused(work.id);
  expect(pupil.session.status.value.save.name).toBe('saved');
});

test('[P33] after a restore the browser drops what was confirmed, keeps its outbox, and says so', async () => {
  const world = new World();
  const [person] = world.everybody;
  if (!person) throw new Error('nobody');
  await world.heal();
  person.do({ op: 'create', record: { id: 'shape:before', typeName: 'shape', x: 1 } });
  await world.heal();
  const backUp = world.server.backUp();
  person.do({ op: 'create', record: { id: 'shape:lost', typeName: 'shape', x: 2 } });
  await world.heal();
  person.link.cut();
  person.do({ op: 'create', record: { id: 'shape:kept', typeName: 'shape', x: 3 } });
  world.server.restore(backUp);
  await world.heal();
  expect([...person.screen.keys()].toSorted()).toEqual(['shape:before', 'shape:common', 'shape:kept']);
  expect(person.restored).toBe(1);
  expect(world.server.base.has('shape:kept')).toBe(true);
});

test('offline work says that it is kept on this device, and a second tab does not send it too', async () => {
  const world = new World();
  const [person] = world.everybody;
  if (!person) throw new Error('nobody');
  await world.heal();
  person.link.cut();
  person.do({ op: 'create', record: { id: 'shape:mine', typeName: 'shape', x: 1 } });
  expect(person.session.status.value.save.name).toBe('saving');
  await world.timers.advance(60);
  expect(person.session.status.value).toMatchObject({ state: 'offline', save: { name: 'kept', count: 1 } });
  const second = new ModelPerson({
    name: person.name,
    server: world.server,
    timers: world.timers,
    device: person.device,
  });
  await settle();
  second.link.connect();
  for (let round = 0; round < 9; round += 1) {
    second.link.carryUp(9);
    second.link.carryDown(9);
    await world.timers.advance(100);
  }
  expect(world.server.base.has('shape:mine')).toBe(false);
  await world.heal();
  expect(world.server.creations.get('shape:mine')).toBe(1);
});

test('a text that is too long is refused letter by letter and kept once, with its newest words', async () => {
  const server = new ModelServer();
  const timers = new VirtualTimers();
  const gate = (op: Op) =>
    op.op === 'update' && String(op.set['text']).length > 3 ? ('TEXT_TOO_LONG' as const) : null;
  const person = new ModelPerson({ name: 'staff-a', server, timers, gate });
  person.do({ op: 'create', record: { id: 'shape:a', typeName: 'shape', text: 'abc' } });
  for (const text of ['abcd', 'abcde']) person.do({ op: 'update', id: 'shape:a', set: { text } });
  expect(person.screen.get('shape:a')?.['text']).toBe('abc');
  expect(person.session.refusedWork.value).toMatchObject([{ code: 'TEXT_TOO_LONG', content: { text: 'abcde' } }]);
  await timers.advance(60);
  const { refused } = await person.device.store.read('staff-a board-00000001');
  expect(refused).toMatchObject([{ content: { text: 'abcde' } }]);
});

test('a record that is too big to send is refused here, and what follows is sent', async () => {
  const world = new World();
  const [person] = world.everybody;
  if (!person) throw new Error('nobody');
  await world.heal();
  person.do({ op: 'create', record: { id: 'shape:big', typeName: 'shape', text: 'x'.repeat(66_000) } });
  person.do({ op: 'create', record: { id: 'shape:small', typeName: 'shape', text: 'x' } });
  await world.heal();
  expect(person.refused).toMatchObject([{ code: 'TOO_BIG' }]);
  expect(world.server.base.has('shape:small')).toBe(true);
});
