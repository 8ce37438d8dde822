import type { BoardRecord, Fields } from '@bridgeboard/protocol';
import { fieldOf, isObject } from '../board/fields.ts';
import { boxOf, composePlaces, onBoard, placeOf, toInner, toOuter, type Place } from './geometry.ts';

/** Looks a record up in one set of versions. */
export type Lookup = (id: string) => BoardRecord | null;

/**
 * P12: the field that puts an arrow's end where its binding held it, computed from the bound shape's place, size and the
 * anchor alone. Empty when the binding is not one of an arrow.
 */
export function fixedEnd(binding: BoardRecord, bound: BoardRecord, lookup: Lookup): Fields {
  const terminal = fieldOf(binding, 'props.terminal');
  const arrow = lookup(String(binding['fromId']));
  if ((terminal !== 'start' && terminal !== 'end') || !arrow) return {};
  const box = boxOf(bound);
  const anchor = anchorOf(binding);
  const onPage = toOuter(pagePlace(bound, lookup), { x: box.x + anchor.x * box.w, y: box.y + anchor.y * box.h });
  const { x, y } = toInner(pagePlace(arrow, lookup), onPage);
  return { [`props.${terminal}`]: { x: round(x), y: round(y) } };
}

/** Where a shape stands on its page, through all its parents. */
function pagePlace(record: BoardRecord, lookup: Lookup): Place {
  let place = placeOf(record);
  let parent = lookup(String(record['parentId']));
  for (let depth = 0; parent && parent.typeName === 'shape' && depth < 64; depth += 1) {
    place = composePlaces(placeOf(parent), place);
    parent = lookup(String(parent['parentId']));
  }
  return place;
}

function anchorOf(binding: BoardRecord): { x: number; y: number } {
  const anchor = fieldOf(binding, 'props.normalizedAnchor');
  const precise = fieldOf(binding, 'props.isPrecise') === true;
  if (!precise || !isObject(anchor)) return { x: 0.5, y: 0.5 };
  const { x, y } = anchor;
  return { x: typeof x === 'number' ? x : 0.5, y: typeof y === 'number' ? y : 0.5 };
}

function round(value: number): number {
  return onBoard(Math.round(value * 100) / 100);
}
