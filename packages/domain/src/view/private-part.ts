import type { CaseView, Patch, ViewItem } from '@bridgeboard/protocol';
import { equalJson } from '../board/fields.ts';
import type { BoardState, Slot } from '../board/board-state.ts';
import { pointersIn, withDependents } from '../board/references.ts';
import { visibleCase } from '../moderation/case-view.ts';
import { Differences } from './differences.ts';
import { RecordProjector } from './project-record.ts';
import { pushDifference } from './tracked-view.ts';
import { seesLayer, type Viewer } from './viewer.ts';

type PupilViewer = Extract<Viewer, { kind: 'pupil' }>;

/** What changed in one pupil's private part, as it travels. */
export interface PrivatePatch {
  own: Patch;
  hide: string[];
}

/**
 * The difference between what one pupil sees and what the pupils of that school see together: own held versions, and
 * what stands or falls with them. Laid over the shared view it gives exactly `projectView` for the pupil.
 */
export class PrivatePart {
  readonly #viewer: PupilViewer;
  /** Null means that the shared view has the record and this pupil's view has not. */
  readonly #over = new Map<string, ViewItem | null>();
  readonly #cases = new Map<string, CaseView>();

  constructor(viewer: PupilViewer) {
    this.#viewer = viewer;
  }

  get cases(): ReadonlyMap<string, CaseView> {
    return this.#cases;
  }

  get over(): ReadonlyMap<string, ViewItem | null> {
    return this.#over;
  }

  /** The whole part anew, for a session that begins. */
  whole(state: BoardState, now: number): PrivatePatch {
    this.#over.clear();
    this.#cases.clear();
    const ids: string[] = [];
    for (const [id, slot] of state.slots.entries()) {
      if (slot.layers.some((layer) => layer.author === this.#viewer.person)) ids.push(id);
    }
    const cases = new Set<string>();
    for (const [id, one] of state.cases.entries()) if (one.author === this.#viewer.person) cases.add(id);
    return this.update(state, { records: withDependents(state, ids), cases, now });
  }

  /** Takes over what changed; both parts empty means that there is nothing to say. */
  update(
    state: BoardState,
    dirty: { records: ReadonlySet<string>; cases: ReadonlySet<string>; now: number },
  ): PrivatePatch {
    const own: Patch = {};
    const hide: string[] = [];
    if (this.#concerns(state, dirty.records)) this.#updateItems(state, dirty.records, { own, hide });
    const cases = this.#updateCases(state, dirty);
    if (cases.length > 0) own.cases = cases;
    return { own, hide };
  }

  #concerns(state: BoardState, ids: ReadonlySet<string>): boolean {
    for (const id of ids) {
      if (this.#over.has(id)) return true;
      const slot = state.slots.get(id);
      if (slot?.layers.some((layer) => seesLayer(this.#viewer, layer)) || this.#standsOnOwn(slot)) return true;
    }
    return false;
  }

  /** What others put where this pupil sees something else than they do, or nothing. */
  #standsOnOwn(slot: Slot | undefined): boolean {
    if (!slot?.base || this.#over.size === 0) return false;
    return [...pointersIn(slot.base)].some((id) => this.#over.has(id));
  }

  #updateItems(state: BoardState, ids: ReadonlySet<string>, patch: PrivatePatch): void {
    const mine = new RecordProjector(state, this.#viewer);
    const shared = new RecordProjector(state, { kind: 'pupils', school: this.#viewer.school });
    const differences = new Differences();
    for (const id of ids) {
      const before = this.#over.get(id);
      const after = mine.item(id);
      if (sameItem(after, shared.item(id))) {
        if (before !== undefined) (patch.own.remove ??= []).push(id);
        this.#over.delete(id);
        continue;
      }
      this.#over.set(id, after);
      if (!after) {
        if (before !== null) patch.hide.push(id);
      } else if (!before) (patch.own.put ??= []).push(after);
      else pushDifference(patch.own, { before, after, differences });
    }
  }

  #updateCases(state: BoardState, dirty: { cases: ReadonlySet<string>; now: number }): CaseView[] {
    const changed: CaseView[] = [];
    for (const id of dirty.cases) {
      const after = visibleCase(state, { id, viewer: this.#viewer, now: dirty.now });
      const before = this.#cases.get(id);
      if (!after || (before && equalJson(before, after))) continue;
      changed.push(after);
      this.#cases.set(id, after);
    }
    return changed;
  }
}

function sameItem(a: ViewItem | null, b: ViewItem | null): boolean {
  if (!a || !b) return a === b;
  return equalJson(a.stamp, b.stamp) && equalJson(a.record, b.record);
}
