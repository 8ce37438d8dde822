import { applyFields, dropFields, fieldOf, grownBy, segmentsField } from '@bridgeboard/domain';
import {
  unpackFields,
  unpackRecord,
  withStamp,
  type BoardRecord,
  type Json,
  type Patch,
  type ViewItem,
} from '@bridgeboard/protocol';

/** One part of a view that patches are laid into. */
export interface PatchTarget {
  /** What a change of this record lies on, or null where there is nothing. */
  below(id: string): ViewItem | null;
  put(id: string, item: ViewItem): void;
  /** Which stroke a number stands for. */
  readonly pens: Map<number, string>;
}

type SetLine = NonNullable<Patch['set']>[number];
type GrowLine = NonNullable<Patch['grow']>[number];

/**
 * Lays a patch's records into a view, line by line: one that cannot be read leaves the others alone (SEC-18), and where
 * that makes the view another than the server's, its digest tells. What `remove` means is the target's own matter.
 */
export function applyLines(patch: Patch, target: PatchTarget): void {
  for (const item of patch.put ?? []) attempt(() => putLine(item, target));
  for (const line of patch.set ?? []) attempt(() => setLine(line, target));
  for (const [pen, id] of patch.pens ?? []) target.pens.set(pen, id);
  for (const line of patch.grow ?? []) attempt(() => growLine(line, target));
}

function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // An old record may be anything; there is nothing to be said of it that the digest does not say.
  }
}

function putLine({ record, stamp }: ViewItem, target: PatchTarget): void {
  target.put(record.id, { record: readRecord(record), stamp });
}

/** A stroke that cannot be unpacked stays as it came: the editor will not show it, and says so. */
function readRecord(record: BoardRecord): BoardRecord {
  try {
    return unpackRecord(record);
  } catch {
    return record;
  }
}

function setLine({ id, fields = {}, unset = [], stamp }: SetLine, target: PatchTarget): void {
  const item = target.below(id);
  if (!item) return;
  const kept = unset.length > 0 ? dropFields(item.record, unset) : item.record;
  const record = applyFields(kept, unpackFields(fields));
  target.put(id, { record, stamp: withStamp(item.stamp, stamp) });
}

function growLine([pen, ...points]: GrowLine, target: PatchTarget): void {
  const id = typeof pen === 'number' ? target.pens.get(pen) : pen;
  const item = id === undefined ? null : target.below(id);
  if (id === undefined || !item) return;
  const segments = grownBy(segmentsOf(item.record), points);
  target.put(id, { ...item, record: applyFields(item.record, { [segmentsField]: segments }) });
}

/** The points of a record that is a stroke. */
export function segmentsOf(record: BoardRecord | null): Json | undefined {
  return record ? fieldOf(record, segmentsField) : undefined;
}
