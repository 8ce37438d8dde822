import type { CaseView, Patch, Stamp, ViewItem } from '@bridgeboard/protocol';
import { equalJson } from '../board/fields.ts';
import { isOutOfSight } from '../board/board-rules.ts';
import type { BoardState } from '../board/board-state.ts';
import { Differences } from './differences.ts';
import { RecordProjector } from './project-record.ts';
import { projectView } from './project-view.ts';
import { itemOf } from './version.ts';
import { schoolOf, type Viewer } from './viewer.ts';
import { isOpenCase, visibleCase } from '../moderation/case-view.ts';

/**
 * One shared view kept up to date: after each step only what the step touched, and what depends on that, is projected
 * again. Its items always equal `projectView` of the same state; a property test holds it to that.
 */
export class TrackedView {
  readonly viewer: Viewer;
  readonly #items = new Map<string, ViewItem>();
  readonly #cases = new Map<string, CaseView>();

  constructor(viewer: Viewer, state: BoardState, now: number) {
    this.viewer = viewer;
    for (const [id, record] of projectView(state, viewer)) {
      const slot = state.slots.get(id);
      if (slot) this.#items.set(id, itemOf(state, slot, { record, viewer }));
    }
    for (const [id] of state.cases.entries()) {
      const shown = visibleCase(state, { id, viewer, now });
      if (shown && isOpenCase(shown)) this.#cases.set(id, shown);
    }
  }

  get items(): ReadonlyMap<string, ViewItem> {
    return this.#items;
  }

  get cases(): ReadonlyMap<string, CaseView> {
    return this.#cases;
  }

  /** Cases that are still being drawn and will turn into waiting ones by time alone. */
  drawing(): string[] {
    return [...this.#cases.values()].flatMap((shown) => (shown.status === 'drawing' ? shown.id : []));
  }

  /**
   * Takes over what changed and returns it, or null where nothing visible did: then no frame may be sent (P27).
   * @param differences shared with the other views of the same tick
   */
  update(
    state: BoardState,
    dirty: { records: ReadonlySet<string>; cases: ReadonlySet<string>; now: number },
    differences = new Differences(),
  ): Patch | null {
    const projector = new RecordProjector(state, this.viewer);
    const patch = patchItems(this.#items, projector, { ids: dirty.records, differences });
    const cases = this.#updateCases(state, dirty);
    if (cases.length > 0) patch.cases = cases;
    return Object.keys(patch).length > 0 ? patch : null;
  }

  #updateCases(state: BoardState, dirty: { cases: ReadonlySet<string>; now: number }): CaseView[] {
    const changed: CaseView[] = [];
    // P39: what becomes of them meanwhile is not told, so none is had until it goes on, and then as it stands.
    if (isOutOfSight(state, schoolOf(this.viewer))) this.#cases.clear();
    for (const id of dirty.cases) {
      const before = this.#cases.get(id);
      const after = visibleCase(state, { id, viewer: this.viewer, now: dirty.now });
      if (!after || sameCase(before, after) || (!before && !isOpenCase(after))) continue;
      changed.push(after);
      if (isOpenCase(after)) this.#cases.set(id, after);
      else this.#cases.delete(id);
    }
    return changed;
  }
}

function sameCase(a: CaseView | undefined, b: CaseView): boolean {
  return a !== undefined && equalJson(a, b);
}

function patchItems(
  items: Map<string, ViewItem>,
  projector: RecordProjector,
  about: { ids: ReadonlySet<string>; differences: Differences },
): Patch {
  const patch: Patch = {};
  const { ids, differences } = about;
  // In the order of ids: the order in which the engine comes upon them depends on what is hidden.
  for (const id of [...ids].toSorted()) {
    const before = items.get(id);
    const after = projector.item(id);
    if (!after) {
      if (before) (patch.remove ??= []).push(id);
      items.delete(id);
      continue;
    }
    if (!before) (patch.put ??= []).push(after);
    else pushDifference(patch, { before, after, differences });
    items.set(id, after);
  }
  return patch;
}

/** Adds to a patch what turns one item into the other: changed fields and stamp only. */
export function pushDifference(
  patch: Patch,
  step: { before: ViewItem; after: ViewItem; differences: Differences },
): void {
  const { before, after } = step;
  const { set, unset, growth } = step.differences.of(before.record, after.record);
  const { id } = after.record;
  if (growth) (patch.grow ??= []).push([id, ...growth]);
  const line: NonNullable<Patch['set']>[number] = { id };
  if (Object.keys(set).length > 0) line.fields = set;
  if (unset.length > 0) line.unset = [...unset];
  const stamp = stampDifference(before.stamp, after.stamp);
  if (stamp) line.stamp = stamp;
  if (Object.keys(line).length > 1) (patch.set ??= []).push(line);
}

function stampDifference(before: Stamp, after: Stamp): Partial<Stamp> | null {
  const changed: Partial<Stamp> = {};
  if (before.by !== after.by) changed.by = after.by;
  if (before.reach !== after.reach) changed.reach = after.reach;
  if (before.at !== after.at) changed.at = after.at;
  if (before.putAway !== after.putAway) changed.putAway = after.putAway ?? false;
  return Object.keys(changed).length > 0 ? changed : null;
}
