import type { BoardRecord } from '@bridgeboard/protocol';
import { fieldOf } from '../board/fields.ts';

/**
 * P20, the last step of every projection, failing closed: drops shapes without page or parent, images without asset,
 * bindings without both ends, and groups with fewer than two children, until nothing changes any more. An arrow that loses
 * a binding keeps the end that stands in it: the engine wrote it there when the bound shape went (P12).
 */
export function closeView(records: ReadonlyMap<string, BoardRecord>): Map<string, BoardRecord> {
  const kept = new Map(records);
  let before = -1;
  while (before !== kept.size) {
    before = kept.size;
    const rooted = rootedIds(kept);
    const children = countChildren(kept);
    for (const [id, record] of kept) {
      if (!standsAlone(record, { kept, rooted, children })) kept.delete(id);
    }
  }
  return kept;
}

interface Found {
  readonly kept: ReadonlyMap<string, BoardRecord>;
  readonly rooted: ReadonlySet<string>;
  readonly children: ReadonlyMap<string, number>;
}

function standsAlone(record: BoardRecord, found: Found): boolean {
  switch (record.typeName) {
    case 'shape':
      return found.rooted.has(record.id) && hasItsParts(record, found);
    case 'binding':
      return isStandingShape(record['fromId'], found) && isStandingShape(record['toId'], found);
    case 'page':
    case 'document':
    case 'asset':
      return true;
    default:
      return false;
  }
}

function isStandingShape(id: unknown, found: Found): boolean {
  return typeof id === 'string' && found.kept.get(id)?.typeName === 'shape' && found.rooted.has(id);
}

function hasItsParts(record: BoardRecord, found: Found): boolean {
  if (record['type'] === 'group') return (found.children.get(record.id) ?? 0) >= 2;
  const asset = fieldOf(record, 'props.assetId');
  return typeof asset !== 'string' || found.kept.has(asset);
}

/** Shapes whose parents lead to a page; a ring of parents leads nowhere. */
function rootedIds(records: ReadonlyMap<string, BoardRecord>): Set<string> {
  const rooted = new Set<string>();
  for (const [id, record] of records) if (record.typeName === 'page') rooted.add(id);
  for (const id of records.keys()) {
    const path = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !rooted.has(at) && !path.has(at)) {
      const record: BoardRecord | undefined = records.get(at);
      if (record?.typeName !== 'shape') break;
      path.add(at);
      at = String(record['parentId']);
    }
    if (at !== undefined && rooted.has(at)) for (const step of path) rooted.add(step);
  }
  return rooted;
}

function countChildren(records: ReadonlyMap<string, BoardRecord>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records.values()) {
    const parent = record['parentId'];
    if (typeof parent === 'string') counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return counts;
}
