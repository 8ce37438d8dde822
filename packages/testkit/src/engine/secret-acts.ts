import type { Actor } from '@bridgeboard/domain';
import type { BoardRecord, Fields, Op } from '@bridgeboard/protocol';
import fc from 'fast-check';

import { aisha, bello, oliver, reed, type BoardWorld } from './board-world.ts';
import { binding, recordIdOf, richText, shape, type ShapeKind } from './records.ts';
import { pick } from './stage.ts';

/** The school whose pupil has secrets: who draws them, who judges them, and who must never notice. */
export interface Side {
  readonly school: string;
  readonly author: Actor;
  readonly staff: Actor;
}

export const north: Side = { school: 'north', author: oliver, staff: reed };
export const south: Side = { school: 'south', author: aisha, staff: bello };

/** Ids with this in them are the secrets' author's: released ones with `base`, which the other school may touch, and held ones. */
export const secretMark = 'secret';

/** One thing that the author, or the staff of that school, does with work that never leaves the school. */
export interface SecretAct {
  readonly what: number;
  readonly target: number;
  readonly value: number;
  readonly words: string;
}

export const secretAct: fc.Arbitrary<SecretAct> = fc.record({
  what: fc.nat({ max: 12 }),
  target: fc.nat({ max: 99 }),
  value: fc.nat({ max: 99 }),
  words: fc.string({ maxLength: 12 }),
});

const kinds: readonly [ShapeKind, ...ShapeKind[]] = ['note', 'draw', 'arrow', 'frame', 'text'];

/** What the author has let out already when a history begins: each may get secret changes, and others may touch it. */
export function letSecretsBaseOut(world: BoardWorld, side: Side): void {
  const made = (['frame', 'note', 'arrow'] as const).map((kind) => shape(kind, `${secretMark}-base-${kind}`));
  world.must(side.author, ...made.map((record): Op => ({ op: 'create', record })));
  world.wait();
  for (const id of world.openCases(side.school)) world.decide(side.staff, { case: id, verdict: 'board' });
}

/** What a secret act finds on the board. */
interface Scene {
  readonly world: BoardWorld;
  readonly side: Side;
  readonly act: SecretAct;
  readonly name: string;
  readonly parentId: string;
  /** Any record of the author's, one that was never let out, and any that the author sees. */
  readonly any: string | undefined;
  readonly held: string | undefined;
  readonly seen: string | undefined;
  readonly arrow: string | undefined;
}

type Doing = (scene: Scene) => unknown;

function change(scene: Scene, id: string | undefined, set: Fields): unknown {
  return id && scene.world.edit(scene.side.author, [{ op: 'update', id, set }]);
}

function create(scene: Scene, record: BoardRecord): unknown {
  return scene.world.edit(scene.side.author, [{ op: 'create', record }]);
}

const draw: Doing = (scene) => {
  const { act, name, parentId } = scene;
  const place = { parentId, index: `a${(act.value % 9) + 1}` };
  return create(scene, shape(pick(kinds, act.target), `${secretMark}-${name}`, place));
};

const doings: readonly [Doing, ...Doing[]] = [
  draw,
  draw,
  draw,
  (scene) => change(scene, scene.any, { x: scene.act.value, y: scene.act.target }),
  (scene) => change(scene, scene.any, { parentId: scene.parentId, x: scene.act.value }),
  (scene) => change(scene, scene.any, { index: `a${(scene.act.value % 9) + 1}V` }),
  (scene) => change(scene, scene.any, { 'props.richText': richText(scene.act.words) }),
  ({ world, side, held }) => held && world.edit(side.author, [{ op: 'delete', id: held }]),
  (scene) => {
    const { arrow, seen, name } = scene;
    return arrow && seen && create(scene, binding(`${secretMark}-${name}`, { arrow, to: seen }));
  },
  ({ world, side, act, held }) => held && world.edit(side.staff, [{ op: 'update', id: held, set: { x: -act.value } }]),
  ({ world, side, act, held }) => held && world.hide(side.staff, held, act.value % 2 === 0),
  ({ world, side, act }) => judge(world, side, act),
  ({ world, side, act }) => judge(world, side, act),
];

/** Does one secret thing. No time passes. */
export function actInSecret(world: BoardWorld, side: Side, about: { act: SecretAct; name: string }): void {
  const { act } = about;
  const records = [...world.seenBy(side.author).values()].filter(({ id }) => id.startsWith('shape:'));
  const ofType = (type: string): string[] => records.filter((record) => record['type'] === type).map(({ id }) => id);
  const own = records.filter(({ id }) => id.includes(secretMark)).map(({ id }) => id);
  const held = own.filter((id) => !world.state.slots.get(id)?.base);
  pick(
    doings,
    act.what,
  )({
    world,
    side,
    ...about,
    parentId: pick(['page:page', ...ofType('frame')], act.value) ?? 'page:page',
    any: pick(own, act.target),
    held: pick(held, act.target),
    seen: pick(records, act.value)?.id,
    arrow: pick(
      ofType('arrow').filter((id) => own.includes(id)),
      act.target,
    ),
  });
}

/** Sends back or drops what waits: nothing of it is ever let out. */
function judge(world: BoardWorld, side: Side, act: SecretAct): void {
  const mine = world.openCases(side.school).filter((id) => id.includes(side.author.person));
  const id = pick(mine, act.target);
  if (id === undefined) return;
  const verdict = act.value % 2 === 0 ? 'reject' : 'return';
  world.decide(side.staff, { case: id, verdict, note: act.words });
}

/** A record id that is secret in one world and may never have existed in the other. */
export function guessedId(round: number): string {
  return recordIdOf('shape', `${secretMark}-${round}-0`);
}
