import type { Uploads } from '@bridgeboard/domain';

import { canaryId } from '../canary.ts';
import { playerById } from '../cast.ts';

const nameLength = 21;

/** The id of a picture's record that only this person has uploaded: it says so at its end. */
export function uploadOf(person: string, number: number): string {
  const mark = markOf(person);
  return `asset:${canaryId('record', number, nameLength - mark.length)}${mark}`;
}

/** Whose picture it is, by the id of its record. */
export function uploaderOf(asset: string): string | null {
  return [...playerById.keys()].find((person) => asset.endsWith(markOf(person))) ?? null;
}

/** What the store of pictures answers a room: which of these this person has uploaded. */
export function uploadedBy(person: string, ids: readonly string[]): Uploads {
  const own = ids.filter((id) => id.endsWith(markOf(person)));
  const facts = { mimeType: 'image/webp', width: 80, height: 60, bytes: 900 };
  return new Map(own.map((id) => [id, { ...facts, id: id.slice('asset:'.length) }]));
}

/** The first letters of what a history calls a person, which no two of them share. */
function markOf(person: string): string {
  return `_${person.slice(3, 5)}`;
}
