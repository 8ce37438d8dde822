import type { BoardRecord, ViewItem } from '@bridgeboard/protocol';
import { assetField, showsAsset } from '../board/assets.ts';
import type { BoardState } from '../board/board-state.ts';
import { fieldOf } from '../board/fields.ts';
import { isCovered, itemOf, shownVersion } from './version.ts';
import type { Viewer } from './viewer.ts';

interface How {
  /** Groups that are whole in the middle of an act stand, whatever stands in them. */
  readonly isWhole?: (group: string) => boolean;
  /** The viewer stands for a reach: what a school has stopped has been let out as far as before. */
  readonly standsForReach?: boolean;
}

/** One record at a time of what `projectView` gives whole; remembers what it has looked at, so use it for one state. */
export class RecordProjector {
  readonly #state: BoardState;
  readonly #viewer: Viewer;
  readonly #how: How;
  readonly #versions = new Map<string, BoardRecord | null>();
  readonly #holding = new Map<string, boolean>();

  constructor(state: BoardState, viewer: Viewer, how: How = {}) {
    this.#state = state;
    this.#viewer = viewer;
    this.#how = how;
  }

  /** The record as this viewer sees it, with its stamp, or null. */
  item(id: string): ViewItem | null {
    const slot = this.#state.slots.get(id);
    const record = this.record(id);
    return slot && record ? itemOf(this.#state, slot, { record, viewer: this.#viewer }) : null;
  }

  /** The record as this viewer sees it, closed by P20, or null. */
  record(id: string): BoardRecord | null {
    const version = this.#version(id);
    return version && this.#stands(version) ? version : null;
  }

  #version(id: string): BoardRecord | null {
    const known = this.#versions.get(id);
    if (known !== undefined) return known;
    const isHidden = this.#how.standsForReach !== true && isCovered(this.#state, this.#viewer, id);
    const version = isHidden ? null : shownVersion(this.#state, this.#state.slots.get(id), this.#viewer);
    this.#versions.set(id, version);
    return version;
  }

  #stands(version: BoardRecord): boolean {
    switch (version.typeName) {
      case 'shape':
        return this.#isRooted(version);
      case 'binding':
        return this.#isRootedShape(version['fromId']) && this.#isRootedShape(version['toId']);
      case 'comment':
      case 'reaction':
        return this.#isRootedShape(version['about']);
      case 'page':
      case 'document':
        return true;
      case 'asset':
        return this.#isShown(version.id);
      default:
        return false;
    }
  }

  #isRootedShape(id: unknown): boolean {
    const version = typeof id === 'string' ? this.#version(id) : null;
    return version?.typeName === 'shape' && this.#isRooted(version);
  }

  /** P19: by some image that stands on a page. */
  #isShown(asset: string): boolean {
    for (const id of this.#state.referrers.of(asset)) {
      const image = this.#version(id);
      if (image && showsAsset(image, asset) && this.#isRooted(image)) return true;
    }
    return false;
  }

  #isRooted(shape: BoardRecord): boolean {
    const seen = new Set<string>();
    let at: BoardRecord | null = shape;
    while (at?.typeName === 'shape' && !seen.has(at.id) && this.#holds(at)) {
      seen.add(at.id);
      at = this.#version(String(at['parentId']));
    }
    return at?.typeName === 'page';
  }

  /** Whether a shape has its own parts, be it rooted or not: a group holds with two children that hold. */
  #holds(shape: BoardRecord): boolean {
    if (shape['type'] === 'image') return this.#version(String(fieldOf(shape, assetField)))?.typeName === 'asset';
    if (shape['type'] !== 'group') return true;
    const known = this.#holding.get(shape.id);
    if (known !== undefined) return known;
    // In a ring of groups, where each would wait for the other, none holds.
    this.#holding.set(shape.id, false);
    const holds = this.#how.isWhole?.(shape.id) === true || this.#hasChildren(shape.id, 2);
    this.#holding.set(shape.id, holds);
    return holds;
  }

  #hasChildren(group: string, least: number): boolean {
    let found = 0;
    for (const id of this.#state.referrers.of(group)) {
      const child = this.#version(id);
      if (child?.typeName === 'shape' && child['parentId'] === group && this.#holds(child)) found += 1;
      if (found >= least) return true;
    }
    return false;
  }
}
