import type { Actor } from '@bridgeboard/domain';
import type { BoardRecord, Fields, Op, TrustLevel, Verdict } from '@bridgeboard/protocol';
import fc from 'fast-check';

import { aisha, bello, oliver, reed, type BoardWorld } from './board-world.ts';
import { binding, comment, image, reaction, recordIdOf, richText, shape, type ShapeKind } from './records.ts';
import { endReport, report } from './reporting.ts';
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
  what: fc.nat({ max: 25 }),
  target: fc.nat({ max: 99 }),
  value: fc.nat({ max: 99 }),
  words: fc.string({ maxLength: 12 }),
});

const kinds: readonly [ShapeKind, ...ShapeKind[]] = ['note', 'draw', 'arrow', 'frame', 'text', 'image'];

/** What the author has let out already when a history begins: each may get secret changes, and others may touch it. */
export function letSecretsBaseOut(world: BoardWorld, side: Side): void {
  const made = (['frame', 'note', 'arrow', 'group'] as const).map((kind) => shape(kind, `${secretMark}-base-${kind}`));
  made.push(image(`${secretMark}-base-image`, world.upload(side.author, `${secretMark}-base`)));
  const group = recordIdOf('shape', `${secretMark}-base-group`);
  made.push(...['one', 'two'].map((name) => shape('note', `${secretMark}-base-${name}`, { parentId: group })));
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
  /** What can be said of the case by the own staff without anybody else noticing. */
  readonly verdicts: readonly [Verdict, ...Verdict[]];
  /** Any record of the author's, one that was never let out to the board, and any that the author sees. */
  readonly any: string | undefined;
  readonly held: string | undefined;
  readonly seen: string | undefined;
  readonly arrow: string | undefined;
  /** Something of another school's, which the author may change where the level is "edit all" (P6). */
  readonly foreign: string | undefined;
  readonly group: string | undefined;
  /** A comment of the author's. */
  readonly said: string | undefined;
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
  const [kind, own] = [pick(kinds, act.target), `${secretMark}-${name}`];
  const shows = kind === 'image' ? { 'props.assetId': picture(scene, own) } : {};
  return create(scene, shape(kind, own, { ...place, ...shows }));
};

/** A secret picture, or one that the author sees: what shows it in secret must not keep it in anybody's view. */
function picture({ world, side, act }: Scene, own: string): string {
  const seen = [...world.seenBy(side.author).keys()].filter((id) => id.startsWith('asset:'));
  return (act.value % 3 === 0 ? pick(seen, act.value) : undefined) ?? world.upload(side.author, own);
}

const doings: readonly [Doing, ...Doing[]] = [
  draw,
  draw,
  draw,
  (scene) => change(scene, scene.any, { x: scene.act.value, y: scene.act.target }),
  (scene) => change(scene, scene.any, { parentId: scene.parentId, x: scene.act.value }),
  (scene) => change(scene, scene.any, { index: `a${(scene.act.value % 9) + 1}V` }),
  (scene) => change(scene, scene.any, { 'props.richText': richText(scene.act.words) }),
  // What the text check finds waits, where the mode would let it go to the school (TC5).
  (scene) => change(scene, scene.any, { 'props.richText': richText(`gloop ${scene.act.words}`) }),
  takeBack,
  (scene) => {
    const { arrow, seen, name } = scene;
    return arrow && seen && create(scene, binding(`${secretMark}-${name}`, { arrow, to: seen }));
  },
  ({ world, side, act, held }) => held && world.edit(side.staff, [{ op: 'update', id: held, set: { x: -act.value } }]),
  // What stands in a group that is out goes out of sight with all of that group, for everybody.
  ({ world, side, act, held }) =>
    held && !isInBaseGroup(world, held) && world.hide(side.staff, held, act.value % 2 === 0),
  // What is reported goes with all of its group too, and comes back alone.
  ({ world, act, held }) =>
    held && !isInBaseGroup(world, held) && (act.value % 2 === 0 ? report : endReport)(world, held),
  judge,
  judge,
  (scene) => change(scene, scene.foreign, { y: scene.act.value, 'props.color': 'red' }),
  ({ world, side, any, act }) =>
    any && world.edit(side.author, [{ op: 'update', id: any, set: { x: act.value } }], true),
  group,
  group,
  (scene) => change(scene, scene.any, { parentId: scene.group ?? 'page:page', x: scene.act.value }),
  look,
  look,
  say,
  say,
  (scene) => change(scene, scene.said, { text: `says ${scene.act.value}` }),
  trust,
  trust,
];

/** What the author is trusted with, which the own staff alone know (TL1): never so far that anything leaves the school. */
function trust({ world, side, act }: Scene): void {
  const isForSchool = world.state.schoolRules.get(side.school)?.mode === 'own-school';
  const levels = isForSchool ? ([undefined, 'before', 'after'] as const) : ([undefined, 'before'] as const);
  const of = (number: number): TrustLevel | undefined => pick(levels, number);
  const [words, drawing, picture] = [of(act.value), of(act.target), of(act.value + act.target)];
  world.gates.trust.set(side.author.person, { words, drawing, picture });
}

/** Something said about any piece that the author sees, also about what others have let out: it never leaves the school. */
function say(scene: Scene): unknown {
  const { act, name, seen } = scene;
  if (seen === undefined) return undefined;
  const own = `${secretMark}-${name}`;
  return create(scene, act.value % 2 === 0 ? comment(own, seen, `says ${act.words}`) : reaction(own, seen, 'idea'));
}

/** What a school that looks first lets its own pupils see is nobody else's business (P36). */
function look({ world, side, act, foreign }: Scene): unknown {
  if (act.value % 3 === 0) return foreign && world.takeBackAccepted(side.staff, foreign);
  const waiting = world.waitingForLook(side.staff).filter((_, i) => (i + act.target) % 2 === 0);
  return waiting.length > 0 && world.accept(side.staff, ...waiting);
}

/** Deletes something held. A group takes all in it along, which may be out (P14), so that moves out first. */
function takeBack({ world, side, held }: Scene): unknown {
  if (held === undefined) return undefined;
  const seen = [...world.seenBy(side.author).values()];
  const isGroup = seen.some((record) => record.id === held && record['type'] === 'group');
  const inside = isGroup ? seen.filter((record) => record['parentId'] === held) : [];
  const out = inside.map(({ id }): Op => ({ op: 'update', id, set: { parentId: 'page:page' } }));
  return world.edit(side.author, [...out, { op: 'delete', id: held }]);
}

/** Two things of the author's in a group, or what is in a group of the author's out of it. */
function group(scene: Scene): unknown {
  const { world, side, act, name, any } = scene;
  const seen = world.seenBy(side.author);
  const place = any === undefined ? undefined : seen.get(any);
  if (any === undefined || !place) return undefined;
  const { parentId } = place;
  const beside = [...seen.values()].filter(
    (record) => record['parentId'] === parentId && record.id.includes(secretMark),
  );
  const other = pick(beside, act.value)?.id ?? any;
  const record = shape('group', `${secretMark}-${name}`, { parentId: parentId ?? 'page:page', index: 'a5' });
  const into = [...new Set([any, other])].map((id): Op => ({ op: 'update', id, set: { parentId: record.id, x: 1 } }));
  return world.edit(side.author, [{ op: 'create', record }, ...into]);
}

function isInBaseGroup(world: BoardWorld, id: string): boolean {
  const slot = world.state.slots.get(id);
  const home: unknown = slot?.layers.find((layer) => 'typeName' in layer.fields)?.fields['parentId'];
  const around = typeof home === 'string' ? world.state.slots.get(home) : undefined;
  if (!around) return false;
  return around.base?.['type'] === 'group' || isInBaseGroup(world, around.id);
}

/** Does one secret thing. No time passes. */
export function actInSecret(world: BoardWorld, side: Side, about: { act: SecretAct; name: string }): void {
  const { act } = about;
  const isForSchool = world.state.schoolRules.get(side.school)?.mode === 'own-school';
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
    foreign: pick(
      records.map(({ id }) => id).filter((id) => world.state.slots.get(id)?.school !== side.school),
      act.target,
    ),
    verdicts: isForSchool ? ['reject', 'return', 'school'] : ['reject', 'return'],
    group: pick(ofType('group'), act.value),
    said: pick(
      [...world.seenBy(side.author).keys()].filter((id) => id.startsWith('comment:') && id.includes(secretMark)),
      act.target,
    ),
    arrow: pick(
      ofType('arrow').filter((id) => own.includes(id)),
      act.target,
    ),
  });
}

/** Sends back, drops, or lets out to the own school: nothing of it ever reaches the board. */
function judge({ world, side, act, verdicts }: Scene): void {
  const mine = world.decidableCases(side.staff).filter((id) => id.includes(side.author.person));
  const id = pick(mine, act.target);
  if (id === undefined) return;
  world.decide(side.staff, { case: id, verdict: pick(verdicts, act.value), note: act.words });
}

/** A record id that is secret in one world and may never have existed in the other. */
export function guessedId(round: number): string {
  return recordIdOf('shape', `${secretMark}-${round}-0`);
}
