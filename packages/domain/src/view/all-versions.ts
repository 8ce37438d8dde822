import type { BoardRecord, Reach } from '@bridgeboard/protocol';
import type { Slot } from '../board/board-state.ts';
import { versionWithLayer } from './version.ts';

/** One version of a record: how far it had been let out, since when, and whose it is. */
export interface KnownVersion {
  readonly id: string;
  readonly reach: Reach;
  readonly by: string;
  readonly at: number;
  readonly record: BoardRecord;
}

/** Every version that a record has now, what was let out first. */
export function allVersions(slot: Slot): KnownVersion[] {
  const { id, base, author, baseAt } = slot;
  const layers = slot.layers.flatMap((layer): KnownVersion[] => {
    const record = versionWithLayer({ ...slot, hidden: false }, layer);
    return record ? [{ id, reach: layer.reach, by: layer.author, at: layer.at, record }] : [];
  });
  return base ? [{ id, reach: 'board', by: author, at: baseAt, record: base }, ...layers] : layers;
}
