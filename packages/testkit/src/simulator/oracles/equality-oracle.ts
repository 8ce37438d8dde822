import { isDeepStrictEqual } from 'node:util';

import {
  isOutOfSight,
  actingAs,
  closeView,
  equalJson,
  lostPages,
  projectView,
  stampOf,
  viewerOf,
  visibleCase,
  weightOf,
  type BoardState,
  type Viewer,
} from '@bridgeboard/domain';
import type { BoardRecord } from '@bridgeboard/protocol';

import { loadBoard } from '../../../../../apps/server/src/rooms/load-board.ts';
import { board } from '../cast.ts';
import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Oracle } from './oracle.ts';

/**
 * REL-04: once all is quiet, every screen shows exactly what its person may see of the board, the board is what its journal
 * says, its counters are what a recount gives, and every view is closed (P20).
 */
export class EqualityOracle implements Oracle {
  readonly #world: World;
  readonly states = new Set<string>();
  compared = 0;

  constructor(world: World) {
    this.#world = world;
  }

  stepped(): void {
    const room = this.#world.process?.room;
    if (room) this.states.add(room.state.chain);
    for (const tab of this.#world.liveTabs) {
      if (!sameRecords(tab.screen, tab.session.records)) this.#fail(`the screen of ${tab.name} is not its session's`);
    }
  }

  async rested(): Promise<void> {
    const room = await this.#world.process?.open();
    if (!room) return;
    const { state } = room;
    for (const tab of this.#world.liveTabs) if (!tab.isOver) this.#judgeTab(tab, state);
    this.#judgeCounts(state);
    const { schools } = state;
    const kept = await loadBoard(this.#world.store.storage.journal, { board: board.id, schools });
    const difference = firstPart(plain(kept), plain(state));
    if (difference !== null) this.#fail(`the board is not what its journal says: ${difference}`);
  }

  #fail(what: string): void {
    this.#world.watch.fail('diverged', what);
  }

  #judgeTab(tab: Tab, state: BoardState): void {
    this.compared += 1;
    if (tab.session.healed.value > 0) this.#fail(`${tab.name} had to be put right ${tab.session.healed.value} times`);
    const { id: person, school, role } = tab.player;
    const acting = actingAs(state, { person, school, role });
    if (!acting) return;
    const viewer = viewerOf(acting);
    const expected = projectView(state, viewer);
    // Who may not write sees what they did all the same; it waits.
    const settled = ([id]: readonly [string, unknown]): boolean => !tab.session.isPending(id);
    const isWaiting = tab.session.status.value.closed !== null;
    const shown = new Map([...tab.session.records].filter(settled));
    const wrong = firstDifference(shown, new Map([...expected].filter(settled)));
    if (wrong) this.#fail(`${tab.name} shows another board: ${wrong}`);
    const closed = closeView(shown);
    if (closed.size !== shown.size && !isWaiting) this.#fail(`${tab.name} shows something that hangs in the air`);
    for (const id of expected.keys()) {
      const slot = state.slots.get(id);
      const stamp = slot && stampOf(state, slot, viewer);
      if (stamp && !equalJson(tab.session.stampOf(id), stamp)) this.#fail(`${tab.name} has another stamp of ${id}`);
    }
    this.#judgeCases(tab, { state, viewer });
    const lost = lostPages(state, this.#world.time.now()).get(person) ?? [];
    if (!equalJson(tab.session.lost.value, lost)) this.#fail(`${tab.name} has not been told which pages are lost`);
  }

  #judgeCases(tab: Tab, { state, viewer }: { state: BoardState; viewer: Viewer }): void {
    // What becomes of a pupil's own cases while nothing of the board is seen is told when it goes on (P39).
    if (viewer.kind === 'pupil' && isOutOfSight(state, viewer.school)) return;
    for (const [id, found] of state.cases.entries()) {
      if (found.state !== 'open' && found.state !== 'returned') continue;
      const expected = visibleCase(state, { id, viewer, now: this.#world.time.now() });
      const shown = tab.session.cases.value.get(id) ?? null;
      if (!isDeepStrictEqual(plainJson(shown), plainJson(expected))) {
        this.#fail(
          `${tab.name} has another case ${id}: ${JSON.stringify(shown)}, should be ${JSON.stringify(expected)}`,
        );
      }
    }
  }

  /** Quotas go by counters; a recount has to come to the same. */
  #judgeCounts(state: BoardState): void {
    const counted = new Map<string, number>();
    const add = (key: string, by = 1): unknown => counted.set(key, (counted.get(key) ?? 0) + by);
    for (const [id, { author, school, base, layers }] of state.slots.entries()) {
      // Pictures count in bytes alone.
      if (!id.startsWith('asset:')) for (const key of [`author ${author}`, `school ${school}`]) add(key);
      // Weighed anew: what was weighed once is remembered by the object it is.
      if (base) add(`bytes ${school}`, weightOf({ ...base }));
      for (const layer of layers) add(`bytes ${layer.school}`, weightOf({ ...layer.fields }));
    }
    const kept = new Map([...state.counts.entries()].filter(([, count]) => count !== 0));
    if (!isDeepStrictEqual(kept, counted)) this.#fail('a counter of the quotas is wrong');
  }
}

function sameRecords(a: ReadonlyMap<string, BoardRecord>, b: ReadonlyMap<string, BoardRecord>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, record] of a) {
    const other = b.get(id);
    if (other !== record && !(other && equalJson(record, other))) return false;
  }
  return true;
}

function firstDifference(
  shown: ReadonlyMap<string, BoardRecord>,
  expected: ReadonlyMap<string, BoardRecord>,
): string | null {
  for (const id of new Set([...shown.keys(), ...expected.keys()])) {
    const [is, should] = [shown.get(id) ?? null, expected.get(id) ?? null];
    if (is === null || should === null ? is !== should : !equalJson(is, should)) {
      return `${id} is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`;
    }
  }
  return null;
}

function plainJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** The first part in which two boards are not the same, or null. */
function firstPart(a: unknown, b: unknown): string | null {
  const [left, right] = [a, b] as [unknown[], unknown[]];
  const at = left.findIndex((part, i) => !isDeepStrictEqual(part, right[i]));
  return at < 0 ? null : `${JSON.stringify(left[at])} and ${JSON.stringify(right[at])}`;
}

/** A board without what is worked out from the rest, its maps in order. */
function plain(state: BoardState): unknown {
  const parts = Object.entries(state).filter(([name]) => name !== 'touched' && name !== 'referrers');
  const sorted = parts.map(([name, part]): [string, unknown] => {
    if (typeof part !== 'object' || part === null || !('entries' in part)) return [name, part];
    const entries = [...(part as Map<string, unknown>).entries()].filter(([, value]) => value !== 0);
    return [name, entries.toSorted(([a], [b]) => (a < b ? -1 : 1))];
  });
  return plainJson(sorted);
}
