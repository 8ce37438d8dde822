import type { BoardRecord, ViewItem } from '@bridgeboard/protocol';
import type { BoardState } from '../board/board-state.ts';
import { stampOf, versionOf } from './version.ts';
import type { Viewer } from './viewer.ts';

/** One record at a time of what `projectView` gives whole; remembers what it has looked at, so use it for one state. */
export class RecordProjector {
  readonly #state: BoardState;
  readonly #viewer: Viewer;
  readonly #versions = new Map<string, BoardRecord | null>();

  constructor(state: BoardState, viewer: Viewer) {
    this.#state = state;
    this.#viewer = viewer;
  }

  /** The record as this viewer sees it, with its stamp, or null. */
  item(id: string): ViewItem | null {
    const slot = this.#state.slots.get(id);
    const record = this.record(id);
    return slot && record ? { record, stamp: stampOf(this.#state, slot, this.#viewer) } : null;
  }

  /** The record as this viewer sees it, closed by P20, or null. */
  record(id: string): BoardRecord | null {
    const version = this.#version(id);
    return version && this.#stands(version) ? version : null;
  }

  #version(id: string): BoardRecord | null {
    const known = this.#versions.get(id);
    if (known !== undefined) return known;
    const version = versionOf(this.#state.slots.get(id), this.#viewer);
    this.#versions.set(id, version);
    return version;
  }

  #stands(version: BoardRecord): boolean {
    switch (version.typeName) {
      case 'shape':
        return this.#isRooted(version);
      case 'binding':
        return this.#isRootedShape(version['fromId']) && this.#isRootedShape(version['toId']);
      // Groups and images with assets are not taken by the gate yet; closed here all the same.
      case 'page':
      case 'document':
        return true;
      default:
        return false;
    }
  }

  #isRootedShape(id: unknown): boolean {
    const version = typeof id === 'string' ? this.#version(id) : null;
    return version?.typeName === 'shape' && this.#isRooted(version);
  }

  #isRooted(shape: BoardRecord): boolean {
    const seen = new Set<string>();
    let at: BoardRecord | null = shape;
    while (at?.typeName === 'shape' && !seen.has(at.id) && at['type'] !== 'group' && at['type'] !== 'image') {
      seen.add(at.id);
      at = this.#version(String(at['parentId']));
    }
    return at?.typeName === 'page';
  }
}
