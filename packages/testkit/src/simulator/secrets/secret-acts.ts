import type { BoardRecord, Fields, Op } from '@bridgeboard/protocol';

import { binding, comment, image, richText, shape, type ShapeKind } from '../../engine/records.ts';
import { canary } from '../canary.ts';
import type { Chance } from '../chance.ts';
import { targetOf } from '../client/laid-over.ts';
import type { Tab } from '../client/tab.ts';
import { pick, recordIdFor, shapesOf } from '../operations/picking.ts';
import { endReport, report } from '../operations/reporting.ts';
import { uploadOf } from '../server/uploaded-pictures.ts';
import type { World } from '../world.ts';
import { firstSecretNumber, pointingDevice, type Side } from './side.ts';

/** One thing that the author, or the staff of that school, does with work that never leaves the school. */
export interface SecretAct {
  readonly n: number;
  readonly what: number;
  readonly a: number;
  readonly b: number;
}

export function generateSecret(chance: Chance, n: number): SecretAct {
  return { n, what: chance.int(doings.length), a: chance.int(100), b: chance.int(100) };
}

interface Scene {
  readonly world: World;
  readonly side: Side;
  readonly act: SecretAct;
  readonly tab: Tab;
  readonly secretIds: Set<string>;
  /** Records of the author's; those that were never let out; and a tab of the judge's. */
  readonly own: readonly string[];
  readonly held: readonly string[];
  readonly judge: Tab | undefined;
}

type Doing = (scene: Scene) => void;

const kinds: readonly ShapeKind[] = ['note', 'draw', 'arrow', 'frame', 'text'];

function doIn(scene: Scene, tab: Tab | undefined, ...ops: readonly Op[]): void {
  if (!tab) return;
  for (const op of ops) if (op.op === 'create') scene.secretIds.add(targetOf(op));
  tab.do(ops);
}

function change(scene: Scene, id: string | undefined, set: Fields): void {
  if (id !== undefined) doIn(scene, scene.tab, { op: 'update', id, set });
}

function placeFor({ tab, act }: Scene): string {
  const frames = shapesOf(tab, [...tab.screen.keys()].toSorted(), 'frame').map(({ id }) => id);
  return pick(['page:page', ...frames], act.b) ?? 'page:page';
}

const create: Doing = (scene) => {
  const { act } = scene;
  const kind = pick(kinds, act.a) ?? 'note';
  const words =
    kind === 'note' || kind === 'text'
      ? { 'props.richText': richText(canary('text', (firstSecretNumber + act.n) * 8)) }
      : {};
  const record: BoardRecord = shape(kind, 'any', { parentId: placeFor(scene), index: `a${(act.b % 9) + 1}`, ...words });
  doIn(scene, scene.tab, { op: 'create', record: { ...record, id: recordIdFor('shape', step(act)) } });
};

const bind: Doing = (scene) => {
  const { tab, act, own } = scene;
  const arrow = pick(shapesOf(tab, own, 'arrow'), act.a);
  const to = pick([...tab.screen.keys()].filter((id) => id.startsWith('shape:')).toSorted(), act.b);
  if (!arrow || to === undefined) return;
  const record = binding('any', { arrow: arrow.id, to });
  doIn(scene, tab, { op: 'create', record: { ...record, id: recordIdFor('binding', step(act)) } });
};

const grow: Doing = (scene) => {
  const stroke = pick(shapesOf(scene.tab, scene.own, 'draw'), scene.act.a);
  const segments = (stroke?.['props'] as Fields | undefined)?.['segments'];
  const [first] = (segments ?? []) as { points: { x: number; y: number; z: number }[] }[];
  if (!stroke || !first) return;
  const more = Array.from({ length: 1 + (scene.act.b % 9) }, (_, i) => ({ x: scene.act.b + i, y: i * 2, z: 0.5 }));
  change(scene, stroke.id, { 'props.segments': [{ type: 'free', points: [...first.points, ...more] }] });
};

/** Sends back or drops what waits: nothing of it is ever let out. */
const judge: Doing = ({ world, act, judge: by, secretIds }) => {
  const cases = [...(by?.session.cases.value.values() ?? [])].filter(
    ({ status, records }) =>
      (status === 'waiting' || status === 'returned') && records.every((id) => secretIds.has(id)),
  );
  const found = pick(cases, act.a);
  if (!by || !found) return;
  const verdict = act.b % 2 === 0 ? ('reject' as const) : ('return' as const);
  const decision = { case: found.id, verdict, hash: found.hash ?? '', note: canary('note', firstSecretNumber + act.n) };
  world.act(by, { kind: 'decision', subject: found.id }, ({ reader }, who) => reader.decide({ by: who, ...decision }));
};

/** A picture that waits, of the author's own or one that the author sees. */
const picture: Doing = (scene) => {
  const { act, tab } = scene;
  const seen = [...tab.screen.keys()].filter((id) => id.startsWith('asset:')).toSorted();
  const own = uploadOf(tab.player.id, (firstSecretNumber + act.n) * 8 + 7);
  const asset = (act.b % 3 === 0 ? pick(seen, act.b) : undefined) ?? own;
  const record = image('any', asset, { parentId: placeFor(scene), index: `a${(act.b % 9) + 1}` });
  doIn(scene, scene.tab, { op: 'create', record: { ...record, id: recordIdFor('shape', step(act)) } });
};

const doings: readonly Doing[] = [
  create,
  create,
  create,
  grow,
  grow,
  bind,
  judge,
  (scene) => change(scene, pick(scene.own, scene.act.a), { x: scene.act.b + scene.act.n / 1_024, y: scene.act.a }),
  (scene) => change(scene, pick(scene.own, scene.act.a), { parentId: placeFor(scene), x: scene.act.b }),
  (scene) => change(scene, pick(scene.own, scene.act.a), { index: `a${(scene.act.b % 9) + 1}V` }),
  (scene) => {
    const note = pick(shapesOf(scene.tab, scene.own, 'note', 'text'), scene.act.a);
    change(scene, note?.id, {
      'props.richText': richText(
        `${canary('text', (firstSecretNumber + scene.act.n) * 8)} ${'x '.repeat(scene.act.b)}`,
      ),
    });
  },
  (scene) => {
    const id = pick(scene.held, scene.act.a);
    if (id !== undefined) doIn(scene, scene.tab, { op: 'delete', id });
  },
  (scene) => {
    const id = pick(scene.held, scene.act.a);
    const isSeen = id !== undefined && scene.judge?.screen.has(id) === true;
    if (isSeen) doIn(scene, scene.judge, { op: 'update', id, set: { x: -scene.act.b } });
  },
  ({ world, act, held, judge: by }) => {
    const record = pick(held, act.a);
    if (!by || record === undefined) return;
    const hidden = act.b % 2 === 0;
    world.act(by, { kind: 'hide', subject: record }, ({ reader }, who) => reader.hide({ by: who, record, hidden }));
  },
  picture,
  say,
  // Held work that is reported goes from nobody who may not know of it.
  ({ world, act, held, judge: by }) => {
    const record = pick(held, act.a);
    if (by && record !== undefined) (act.b % 2 === 0 ? report : endReport)(world, by, record);
  },
  // Only to what changes nothing: whose work is let out has no secrets.
  ({ world, act, tab }) => {
    const level = act.b % 2 === 0 ? ('before' as const) : undefined;
    world.trust.set(tab.player.id, { words: level, drawing: level });
  },
];

/** Something said about any piece that the author sees, also about what others have let out. */
function say(scene: Scene): void {
  const { tab, act } = scene;
  const about = pick([...tab.screen.keys()].filter((id) => id.startsWith('shape:')).toSorted(), act.a);
  if (about === undefined) return;
  const record = comment('any', about, canary('text', (firstSecretNumber + act.n) * 8));
  doIn(scene, tab, { op: 'create', record: { ...record, id: recordIdFor('comment', step(act)) } });
}

/** Does one secret thing. No time passes. */
export function actInSecret(world: World, side: Side, about: { act: SecretAct; secretIds: Set<string> }): void {
  const { act, secretIds } = about;
  const usable = world.liveTabs.filter((tab) => tab.isUsable);
  const tab = usable.find(({ player, device }) => player.key === side.author && !device.name.endsWith(pointingDevice));
  // Who opens a board first after a crash meets the store's next fault, and that is everybody's to feel.
  if (!tab || !world.process?.room) return;
  const own = [...secretIds].filter((id) => tab.screen.has(id)).toSorted();
  const held = own.filter((id) => !isLetOut(id));
  const judgeTab = usable.find(({ player }) => player.key === side.staff);
  doings[act.what]?.({ world, side, act, tab, secretIds, own, held, judge: judgeTab });
}

/** What the author has let out before any secret: others see a version of it. */
export const letOutKinds = ['frame', 'note', 'arrow', 'draw'] as const;

export function letOutIds(): string[] {
  return letOutKinds.map((_, i) => recordIdFor('shape', step({ n: -1, what: 0, a: 0, b: 0 }), i));
}

function isLetOut(id: string): boolean {
  return letOutIds().includes(id);
}

function step({ n, a, b }: SecretAct): Parameters<typeof recordIdFor>[1] {
  return { n: firstSecretNumber + n, op: '', who: 0, a, b, waitMs: 0 };
}

/** A record id that is secret in one world and may never have existed in the other. */
export function guessedSecret(n: number): string {
  return recordIdFor('shape', step({ n, what: 0, a: 0, b: 0 }));
}
