import type { Actor } from '@bridgeboard/domain';
import type { Op, TrustLevel, Verdict } from '@bridgeboard/protocol';
import fc from 'fast-check';

import { bello, everybody, reed, type BoardWorld } from './board-world.ts';
import { putAwayAllOf } from './putting-away.ts';
import { drawing, opsOf, type Drawing } from './random-ops.ts';
import { ruleStep, takeRule, type RuleStep } from './random-rules.ts';
import { page } from './records.ts';
import { endReport, report } from './reporting.ts';
import { isTarget, pick, targets, type Player, type Stage } from './stage.ts';

/** One thing somebody tries. Numbers pick a target among what is there, so that every step means something. */
export type Step =
  | Drawing
  | { readonly do: 'many'; readonly who: number; readonly parts: readonly Drawing[] }
  | { readonly do: 'restore'; readonly who: number }
  | { readonly do: 'page'; readonly who: number; readonly target: number; readonly isNew: boolean }
  | { readonly do: 'decide'; readonly who: number; readonly target: number; readonly verdict: number }
  | { readonly do: 'undo'; readonly who: number; readonly target: number }
  | { readonly do: 'hide'; readonly who: number; readonly target: number; readonly hidden: boolean }
  | { readonly do: 'report'; readonly who: number; readonly target: number; readonly isOver: boolean }
  | { readonly do: 'hide-person'; readonly who: number; readonly target: number; readonly hidden: boolean }
  | { readonly do: 'restore-page'; readonly who: number; readonly target: number }
  | { readonly do: 'accept'; readonly who: number; readonly target: number; readonly isBack: boolean }
  | { readonly do: 'late'; readonly part: Drawing }
  | { readonly do: 'trust'; readonly target: number; readonly level: TrustLevel | undefined }
  | RuleStep
  | { readonly do: 'wait' };

const staffDoings = ['page', 'decide', 'undo', 'hide', 'hide-person', 'report', 'restore-page', 'accept'] as const;
type StaffStep = Extract<Step, { do: (typeof staffDoings)[number] }>;

const who = fc.nat({ max: 999 });
const target = fc.nat({ max: 999 });

const trustLevel = fc.constantFrom<(TrustLevel | undefined)[]>(undefined, 'before', 'after', 'trusted');

/** Random steps, more edits than decisions. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: drawing },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('many' as const), who, parts: fc.array(drawing, { maxLength: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('page' as const), who, target, isNew: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), who, target, verdict: target }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), who, target }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const), who, target, hidden: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('report' as const), who, target, isOver: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide-person' as const), who, target, hidden: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('restore-page' as const), who, target }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('accept' as const), who, target, isBack: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('late' as const), part: drawing }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('trust' as const), target, level: trustLevel }) },
  { weight: 4, arbitrary: ruleStep },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
);

const verdicts: readonly [Verdict, ...Verdict[]] = ['board', 'school', 'return', 'reject', 'board'];

/** Does one step. */
export function take(world: BoardWorld, one: Step, stage: Stage): void {
  if (isOfStaff(one)) return takeAsStaff(world, one, { actor: staffOn(one, stage), stage });
  switch (one.do) {
    case 'wait':
      return world.wait();
    case 'rule':
      return takeRule(world, one, stage);
    case 'trust':
      return trustSomebody(world, one, stage);
    case 'late':
      return takeLate(world, one.part, stage);
    case 'restore':
      return restore(world, { actor: playing(one, stage), stage });
    case 'many':
      return takeMany(world, one, stage);
    default: {
      const actor = playing(one, stage);
      return send(world, actor, opsOf(world, one, { actor, stage }));
    }
  }
}

function isOfStaff(one: Step): one is StaffStep {
  return staffDoings.some((doing) => doing === one.do);
}

function takeMany(world: BoardWorld, one: Extract<Step, { do: 'many' }>, stage: Stage): void {
  const actor = playing(one, stage);
  const ops = one.parts.flatMap((part, i) =>
    opsOf(world, part, { actor, stage: { ...stage, name: `${stage.name}-${i}` } }),
  );
  send(world, actor, ops);
}

function takeLate(world: BoardWorld, part: Drawing, stage: Stage): void {
  const actor = playing(part, stage);
  const ops = opsOf(world, part, { actor, stage });
  if (ops.length > 0) world.edit(actor, ops, true);
}

/** What a pupil is trusted with changes; whatever was made before stays as it is (TL4). */
function trustSomebody(world: BoardWorld, one: Extract<Step, { do: 'trust' }>, stage: Stage): void {
  const pupils = everybody.filter(({ role, person }) => role === 'pupil' && stage.mayTrust?.(person) !== false);
  const pupil = pick(pupils, one.target);
  if (pupil) world.gates.trust.set(pupil.person, { words: one.level, drawing: one.level, picture: one.level });
}

/** Undo of a delete: the newest record of the bin comes again under its id, as everybody last had it. */
function restore(world: BoardWorld, { actor, stage }: Player): void {
  const released = [...world.state.bin.entries()].filter(([id, { slot }]) => slot.base && isTarget(stage, actor, id));
  const record = released.at(-1)?.[1].slot.base;
  if (record) send(world, actor, [{ op: 'create', record }]);
}

function takeAsStaff(world: BoardWorld, one: StaffStep, by: Player): void {
  const { actor, stage } = by;
  switch (one.do) {
    case 'page':
      return takePage(world, one, by);
    case 'restore-page': {
      const pages = stage.mayRestore?.(actor) === false ? [] : world.deletedPages(actor);
      const found = pick(pages, one.target);
      if (found) return void world.restorePage(actor, found.page);
      // Else one goes, or comes, that can be restored later: chance alone would hardly ever get there.
      const isNew = targets(world, by, 'page:').length < 2;
      return takePage(world, { do: 'page', who: one.who, target: one.target, isNew }, by);
    }
    case 'hide': {
      const remarks = ['comment:', 'reaction:'].flatMap((prefix) => targets(world, by, prefix));
      const id = pick([...targets(world, by, 'shape:'), ...remarks], one.target);
      if (id !== undefined) world.hide(actor, id, one.hidden);
      return;
    }
    case 'report':
      return reportOne(world, one, by);
    case 'hide-person':
      return hideSomebody(world, one, by);
    case 'accept':
      return look(world, one, by);
    default:
      return judge(world, one, by);
  }
}

function reportOne(world: BoardWorld, one: Extract<StaffStep, { do: 'report' }>, by: Player): void {
  const id = pick(targets(world, by, 'shape:'), one.target);
  if (id !== undefined) void (one.isOver ? endReport : report)(world, id);
}

function hideSomebody(world: BoardWorld, one: Extract<StaffStep, { do: 'hide-person' }>, by: Player): void {
  const { actor, stage } = by;
  const people = everybody.filter(({ person }) => stage.mayPutAway?.(actor, person) !== false);
  const person = pick(people, one.target)?.person;
  const bringBack = one.hidden ? null : targets(world, by, 'shape:');
  if (person !== undefined) putAwayAllOf(world, { by: actor, person, bringBack });
}

function takePage(world: BoardWorld, one: Extract<StaffStep, { do: 'page' }>, by: Player): void {
  const { actor, stage } = by;
  const id = pick(targets(world, by, 'page:'), one.target);
  if (one.isNew) return send(world, actor, [{ op: 'create', record: page(stage.name) }]);
  return send(world, actor, id === undefined ? [] : [{ op: 'delete', id }]);
}

function judge(world: BoardWorld, one: Extract<StaffStep, { do: 'decide' | 'undo' }>, by: Player): void {
  const { actor, stage } = by;
  const mayDecide = stage.mayDecide ?? (() => true);
  if (one.do === 'decide') {
    const id = pick(world.decidableCases(actor).filter(mayDecide), one.target);
    if (id !== undefined) world.decide(actor, { case: id, verdict: pick(verdicts, one.verdict), note: 'again' });
    return;
  }
  const ids = [...world.state.cases.entries()].map(([key]) => key).filter(mayDecide);
  const id = pick(ids.toSorted(), one.target);
  if (id !== undefined) world.undo(actor, id);
}

/** Accepts most of what waits until this school has looked at it, or takes that back of one thing. */
function look(world: BoardWorld, one: { readonly target: number; readonly isBack: boolean }, by: Player): void {
  const { actor } = by;
  if (one.isBack) {
    const id = pick(targets(world, by, 'shape:'), one.target);
    if (id !== undefined) world.takeBackAccepted(actor, id);
    return;
  }
  const waiting = world.waitingForLook(actor).filter((_, i) => (i + one.target) % 3 > 0);
  if (waiting.length > 0) world.accept(actor, ...waiting);
}

function staffOn(one: { who: number }, stage: Stage): Actor {
  const staff = (stage.actors ?? everybody).filter(({ role }) => role === 'staff');
  return pick(staff, one.who) ?? pick([reed, bello], one.who);
}

function playing(one: { who: number }, stage: Stage): Actor {
  const actors = stage.actors ?? everybody;
  return pick(actors, one.who) ?? reed;
}

function send(world: BoardWorld, actor: Actor, ops: readonly Op[]): void {
  if (ops.length > 0) world.edit(actor, ops);
}
