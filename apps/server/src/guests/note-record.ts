import { keyOnTop } from '@bridgeboard/domain';
import { boundsOf, noteGrowth, noteSize } from '@bridgeboard/picture';
import type { Box } from '@bridgeboard/picture';
import type { BoardRecord, Fields, GuestNoteColor } from '@bridgeboard/protocol';

/** Page units between a note that finds its own place and what is there. */
const gap = 24;
/** Longer texts are written smaller, so that the note does not become a column. */
const longText = 120;

/** What is written on a note, in the form of tldraw. */
export function wordsOfNote(text: string, color: GuestNoteColor): Fields {
  const paragraphs = text
    .split(/\r?\n/)
    .map((line) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] }));
  const props = { color, size: text.length > longText ? 's' : 'm', richText: { type: 'doc', content: paragraphs } };
  return { ...props, growY: noteGrowth(props) };
}

/** A new note on a page, on top of what its guest sees there. */
export function newNote(about: {
  id: string;
  page: string;
  middle: { x: number; y: number };
  words: Fields;
  records: readonly BoardRecord[];
}): BoardRecord {
  const { id, page, middle, words, records } = about;
  const keys = records.flatMap(({ parentId, index }) =>
    parentId === page && typeof index === 'string' ? [index] : [],
  );
  const still = { labelColor: 'black', font: 'draw', fontSizeAdjustment: 0, align: 'middle', verticalAlign: 'middle' };
  return {
    id,
    typeName: 'shape',
    type: 'note',
    x: Math.round(middle.x - noteSize / 2),
    y: Math.round(middle.y - noteSize / 2),
    rotation: 0,
    index: keyOnTop(keys),
    parentId: page,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...still, url: '', scale: 1, ...words },
  };
}

/** Where the middle of a note is. */
export function middleOf({ x, y }: BoardRecord): { x: number; y: number } {
  return { x: Number(x) + noteSize / 2, y: Number(y) + noteSize / 2 };
}

/** Whether a point lies in a frame that staff have locked, which makes it an area for staff (BP5). */
export function isInLockedFrame(records: readonly BoardRecord[], page: string, at: { x: number; y: number }): boolean {
  return records.some((record) => {
    if (record['type'] !== 'frame' || record['isLocked'] !== true) return false;
    if (record['parentId'] !== page) return false;
    const box = boundsOf(records, [record.id]);
    return box !== null && overlap(box, { x: at.x, y: at.y, w: 0, h: 0 });
  });
}

/**
 * The middle of a place for a note that covers nothing its guest sees on the page: within what is drawn there where that has a gap,
 * else below it. What the guest does not see is not asked for, so the place tells nothing of it.
 */
export function freePlace(records: readonly BoardRecord[], page: string): { x: number; y: number } {
  const taken = records.flatMap((record) => {
    const box = record['parentId'] === page ? boundsOf(records, [record.id]) : null;
    return box === null ? [] : [box];
  });
  const step = noteSize + gap;
  const left = Math.min(...taken.map(({ x }) => x), Infinity);
  if (left === Infinity) return { x: step, y: step };
  const top = Math.min(...taken.map(({ y }) => y));
  const right = Math.max(left + step, ...taken.map(({ x, w }) => x + w));
  for (let y = top; ; y += step) {
    for (let x = left; x + noteSize <= right; x += step) {
      const place = { x, y, w: noteSize, h: noteSize };
      if (!taken.some((box) => overlap(box, place))) return { x: x + noteSize / 2, y: y + noteSize / 2 };
    }
  }
}

function overlap(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.w + gap && other.x < one.x + one.w + gap;
  return across && one.y < other.y + other.h + gap && other.y < one.y + one.h + gap;
}
