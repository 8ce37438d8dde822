import type { BoardRecord } from '@bridgeboard/protocol';
import { assetField } from '../board/assets.ts';
import { fieldOf } from '../board/fields.ts';

/**
 * P20, the last step of every projection, failing closed: drops shapes without page or parent, images without asset and
 * assets without image, bindings without both ends, remarks without their piece, and groups with fewer than two children, until nothing changes any more. An arrow that loses
 * a binding keeps the end that stands in it: the engine wrote it there when the bound shape went (P12).
 */
export function closeView(records: ReadonlyMap<string, BoardRecord>): Map<string, BoardRecord> {
  const kept = new Map(records);
  let before = -1;
  while (before !== kept.size) {
    before = kept.size;
    const rooted = rootedIds(kept);
    const children = countChildren(kept);
    const shown = assetsShown(kept, rooted);
    for (const [id, record] of kept) {
      if (!standsAlone(record, { kept, rooted, children, shown })) kept.delete(id);
    }
  }
  return kept;
}

interface Found {
  readonly kept: ReadonlyMap<string, BoardRecord>;
  readonly rooted: ReadonlySet<string>;
  readonly children: ReadonlyMap<string, number>;
  readonly shown: ReadonlySet<string>;
}

function standsAlone(record: BoardRecord, found: Found): boolean {
  switch (record.typeName) {
    case 'shape':
      return found.rooted.has(record.id) && hasItsParts(record, found);
    case 'binding':
      return isStandingShape(record['fromId'], found) && isStandingShape(record['toId'], found);
    case 'comment':
    case 'reaction':
      return isStandingShape(record['about'], found);
    case 'page':
    case 'document':
      return true;
    case 'asset':
      return found.shown.has(record.id);
    default:
      return false;
  }
}

function isStandingShape(id: unknown, found: Found): boolean {
  return typeof id === 'string' && found.kept.get(id)?.typeName === 'shape' && found.rooted.has(id);
}

function hasItsParts(record: BoardRecord, found: Found): boolean {
  if (record['type'] === 'group') return (found.children.get(record.id) ?? 0) >= 2;
  if (record['type'] !== 'image') return true;
  const asset = fieldOf(record, assetField);
  return typeof asset === 'string' && found.kept.has(asset);
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

/** P19: pictures that some image on a page shows. */
function assetsShown(records: ReadonlyMap<string, BoardRecord>, rooted: ReadonlySet<string>): Set<string> {
  const shown = new Set<string>();
  for (const [id, record] of records) {
    const asset = rooted.has(id) ? fieldOf(record, assetField) : undefined;
    if (typeof asset === 'string') shown.add(asset);
  }
  return shown;
}

function countChildren(records: ReadonlyMap<string, BoardRecord>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records.values()) {
    const parent = record['parentId'];
    if (typeof parent === 'string') counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return counts;
}
