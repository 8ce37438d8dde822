import type { BoardRecord, Role } from '@bridgeboard/protocol';

import { canary, canaryId } from '../canary.ts';
import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Step } from './operation.ts';

/** One of these by a number; undefined where there is none. */
export function pick<T>(from: readonly T[], number: number): T | undefined {
  return from[number % Math.max(1, from.length)];
}

/** A tab in which somebody (of this role) can do something now, and may in this history. */
export function actingTab(world: World, step: Step, role?: Role): Tab | undefined {
  const tabs = world.liveTabs.filter((tab) => tab.isUsable && (role === undefined || tab.player.role === role));
  return pick(
    tabs.filter((tab) => world.stage.mayAct(tab.player)),
    step.who,
  );
}

/** Ids on this tab's screen that begin so and that the history leaves to this person, in order. */
export function targets(world: World, tab: Tab, prefix: string): string[] {
  const isLeft = (id: string): boolean => id.startsWith(prefix) && world.stage.mayTarget(tab.player, id);
  return [...tab.screen.keys()].filter(isLeft).toSorted();
}

/** Shapes that this person may most likely change: a pupil's own, three times out of four. */
export function likelyTargets(world: World, tab: Tab, step: Step): string[] {
  const all = targets(world, tab, 'shape:');
  if (tab.player.role === 'staff' || step.b % 4 === 0) return all;
  const me = tab.session.status.value.you?.key;
  return all.filter((id) => (tab.session.stampOf(id)?.by ?? me) === me);
}

export function shapesOf(tab: Tab, ids: readonly string[], ...types: readonly string[]): BoardRecord[] {
  return ids.flatMap((id) => {
    const record = tab.screen.get(id);
    return record && types.includes(String(record['type'])) ? [record] : [];
  });
}

/** A record id that no other step makes. */
export function recordIdFor(kind: 'shape' | 'binding' | 'page' | 'comment' | 'reaction', step: Step, part = 0): string {
  return `${kind}:${canaryId('record', step.n * 8 + part, 21)}`;
}

/** Words that stand nowhere else; now and then with one that staff want to see first (TC5). */
export function wordsFor(step: Step, part = 0): string {
  return `${canary('text', step.n * 8 + part)} ${step.a % 9 === 0 ? 'gloop' : 'word '.repeat(step.b % 3)}`.trim();
}
