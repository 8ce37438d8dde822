import { rulesOf, type Actor, type Viewer } from '@bridgeboard/domain';
import type { Op } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BoardWorld, everybody } from './board-world.ts';
import { leave } from './leaving.ts';
import { lookBack } from './past-views.ts';
import { step, take, type Step } from './random-step.ts';
import { binding, image, shape } from './records.ts';
import {
  actInSecret,
  guessedId,
  letSecretsBaseOut,
  north,
  secretAct,
  secretMark,
  south,
  type SecretAct,
  type Side,
} from './secret-acts.ts';
import type { Stage } from './stage.ts';

/** What both worlds have in common: steps of everybody, and attempts on ids that exist in one world only. */
type Public = Step | { readonly do: 'probe'; readonly how: number; readonly round: number; readonly who: number };
/** What one world has alone: before each public step, some secret acts. */
type Secrets = readonly (readonly SecretAct[])[];

const number = fc.nat({ max: 99 });
const probe = fc.record({ do: fc.constant('probe' as const), how: number, round: fc.nat({ max: 20 }), who: number });
const common: fc.Arbitrary<Public[]> = fc.array(
  fc.oneof({ weight: 6, arbitrary: step }, { weight: 1, arbitrary: probe }),
  { minLength: 1, maxLength: 40, size: 'max' },
);
const secrets: fc.Arbitrary<Secrets> = fc.array(fc.array(secretAct, { maxLength: 3 }), { maxLength: 40, size: 'max' });
const runs = { numRuns: Number(process.env['HISTORIES'] ?? 100), seed: Number(process.env['SEED'] ?? 2026) };

/**
 * Whose secrets, and the mode in which that school begins. In mode `held` it stays; else it changes on the way, but is never open,
 * and the school looks first: what it has accepted is a secret of its own.
 */
interface Plot {
  readonly side: Side;
  readonly mode: 'held' | 'own-school';
}

/**
 * All that outsiders were ever told and answered, with the round it came in; secret rounds must tell them nothing. With `after` the
 * secrets' school leaves the board in the end, and the others go on.
 */
function tell(plot: Plot, told: { history: readonly Public[]; hidden: Secrets; after?: readonly Public[] }): string[] {
  const { history, hidden, after } = told;
  const { side } = plot;
  const world = new BoardWorld();
  letSecretsBaseOut(world, side);
  world.rule(null, { kind: 'allow-open', allowed: true });
  world.rule(null, { kind: 'set-mode', school: side.school, mode: plot.mode });
  world.rule(null, { kind: 'look-first', school: side.school, isOn: plot.mode === 'own-school' });
  const outside = everybody.filter(({ school }) => school !== side.school);
  const answers: unknown[] = [];
  const tryOne = (one: Public, stage: Stage): void => {
    if (one.do === 'probe') answers.push(poke(world, outside, { ...one, name: stage.name }));
    else take(world, one, stage);
    answers.push(
      rulesOf(world.state, () => null),
      outside.map((actor) => [world.deletedPages(actor), world.waitingForLook(actor)]),
    );
  };
  history.forEach((one, i) => {
    world.round = -1;
    hidden[i]?.forEach((act, k) => actInSecret(world, side, { act, name: `${i}-${k}` }));
    world.round = i;
    tryOne(one, publicStage(plot, world, `step-${i}`));
  });
  if (after) leave(world, side.school);
  after?.forEach((one, i) => {
    world.round += 1;
    tryOne(one, { name: `later-${i}`, actors: outside, mayDecide: (id) => !id.includes(side.author.person) });
  });
  const isOutside = (viewer: Viewer): boolean => viewer.kind === 'guests' || viewer.school !== side.school;
  const views = world.views.filter(({ viewer }) => isOutside(viewer)).map(({ patches }) => patches);
  const privates = world.privates.filter(({ actor }) => outside.includes(actor)).map(({ patches }) => patches);
  const patches = [...views, ...privates].flat();
  for (const actor of outside) if (actor.role === 'staff') answers.push(...recallings(world, actor));
  for (const { round } of patches) expect(round).not.toBe(-1);
  return [...patches, ...answers].map((one) => JSON.stringify(one));
}

/** What a member of staff is told of the past, and the board at some moments of it (HIST5, HIST6). */
function recallings(world: BoardWorld, actor: Actor): unknown[] {
  const { moments, asOf } = lookBack(world, actor);
  const told = moments.map((moment) => ({ ...moment, by: [...moment.by] }));
  const views = moments.slice(-4).map(({ at }) => asOf(at));
  return [told, ...views.map(({ records, missing }) => [[...records], missing])];
}

/** Fails where two worlds tell outsiders anything different. */
function expectSame(one: readonly string[], other: readonly string[]): void {
  const at = one.findIndex((line, i) => line !== other[i]);
  expect(one[at]).toBe(other[at]);
  expect(one.length).toBe(other.length);
}

/**
 * In public the secrets' author rests, and the own school leaves the author's things alone: what it may do there depends on
 * what it sees; nor does it touch another school's things, which the author may have changed. So does how deep its staff may nest, because a frame may hold a secret, and where its pupils put their things
 * among those of the author that they see.
 */
function publicStage({ side, mode }: Plot, world: BoardWorld, name: string): Stage {
  const sees = (actor: Actor): boolean =>
    actor.school === side.school && (mode === 'own-school' || actor === side.author);
  return {
    name,
    actors: everybody.filter((actor) => actor.role === 'staff' || !sees(actor)),
    mayTarget: (actor, id) => {
      const isOwn = actor.school === side.school;
      return !isOwn || (!id.includes(secretMark) && world.state.slots.get(id)?.school === side.school);
    },
    mayDecide: (id) => !id.includes(side.author.person),
    mayNest: (actor) => actor !== side.staff,
    mayRestore: (actor) => actor.school !== side.school,
    mayPutAway: (actor, person) => actor.school !== side.school || person !== side.author.person,
    mayTrust: (person) => person !== side.author.person,
    mayRule: (event) => {
      // Its classmates act in public, by what they see.
      if (event.kind === 'look-first' && event.school === side.school) return mode === 'own-school';
      if (event.kind !== 'set-mode' || event.school !== side.school) return true;
      return mode === 'own-school' && event.mode !== 'open';
    },
  };
}

/** The other school tries everything it can on an id that is hidden in one world and was never there in the other. */
function poke(
  world: BoardWorld,
  outside: readonly Actor[],
  one: { how: number; round: number; who: number; name: string },
): unknown {
  const actor = outside[one.who % outside.length] ?? north.author;
  const id = guessedId(one.round);
  const arrow = shape('arrow', one.name);
  const note = shape('note', one.name);
  const picture = id.replace('shape:', 'asset:');
  const tries: Op[][] = [
    [{ op: 'update', id, set: { x: 1 } }],
    [{ op: 'delete', id }],
    [{ op: 'create', record: shape('note', one.name, { parentId: id }) }],
    [
      { op: 'create', record: arrow },
      { op: 'create', record: binding(one.name, { arrow: arrow.id, to: id }) },
    ],
    [{ op: 'update', id, set: { parentId: 'page:page' } }],
    [{ op: 'create', record: image(one.name, picture) }],
    [{ op: 'delete', id: picture }],
    [{ op: 'update', id: picture, set: { meta: {} } }],
    [
      { op: 'create', record: note },
      { op: 'update', id: note.id, set: { parentId: id } },
    ],
    [
      { op: 'delete', id },
      { op: 'update', id: shape('arrow', `${secretMark}-base-arrow`).id, set: { 'props.end': { x: 7, y: 7 } } },
    ],
  ];
  const outcome = world.edit(actor, tries[one.how % tries.length] ?? []);
  return outcome.kind === 'entry' ? [outcome.refused, [...outcome.whose]] : outcome;
}

describe('worlds that differ in what waits for a decision', { timeout: 60_000 + runs.numRuns * 200 }, () => {
  test.each([
    ['north', 'held', north],
    ['south', 'held', south],
    ['north', 'own-school', north],
    ['south', 'own-school', south],
  ] as const)(
    '[P2] [P18] [P23] [P28] [P36] [TL1] tell nobody outside the school of %s, in mode %s, byte for byte and moment for moment',
    (_, mode, side) => {
      fc.assert(
        fc.property(common, secrets, secrets, (history, one, other) => {
          const plot = { side, mode };
          expectSame(tell(plot, { history, hidden: one }), tell(plot, { history, hidden: other }));
        }),
        runs,
      );
    },
  );

  test.each([
    ['held', south],
    ['own-school', north],
  ] as const)(
    '[SG-37] [CH18] tell nobody outside a school in mode %s anything when that school leaves, nor afterwards',
    (mode, side) => {
      fc.assert(
        fc.property(fc.tuple(common, common), secrets, secrets, ([history, after], one, other) => {
          const plot = { side, mode };
          expectSame(tell(plot, { history, hidden: one, after }), tell(plot, { history, hidden: other, after }));
        }),
        { ...runs, numRuns: Math.ceil(runs.numRuns / 2) },
      );
    },
  );
});
