import type { BoardRecord, ErrorCode, Json, BoardRole } from '@bridgeboard/protocol';
import { fieldOf, isObject } from '../board/fields.ts';
import { checkRichText } from './check-rich-text.ts';
import { fits } from './fits.ts';
import { limits } from './limits.ts';

/**
 * D11's register for records: every field that can carry words, by type. All of them travel inside the record, so all are
 * held and judged with it. A test walks tldraw's schema and fails on a free text field that is not here.
 */
export const wordFields: Readonly<Record<string, readonly string[]>> = {
  text: ['props.richText'],
  note: ['props.richText'],
  geo: ['props.richText'],
  arrow: ['props.text'],
  frame: ['props.name'],
  image: ['props.altText'],
  page: ['name'],
  document: ['name'],
  comment: ['text'],
};

/** Fields that could take a reader elsewhere. They stay empty: links on a board are not taken yet (SEC-22). */
const addressFields = ['props.url', 'props.src'] as const;

/** Text of bounded length, with no run so long that laying it out stalls a browser, in known rich-text nodes only. */
export function checkWords(record: BoardRecord, role: BoardRole): ErrorCode | null {
  for (const name of addressFields) {
    const value = fieldOf(record, name);
    if (value !== undefined && value !== '') return 'NOT_SUPPORTED';
  }
  for (const name of wordFieldsOf(record)) {
    const value = fieldOf(record, name);
    const most = record.typeName === 'comment' ? limits[role].commentLength : limits[role].textLength;
    const wrong = isObject(value) ? checkRichText(value, role) : checkText(value, most);
    if (wrong) return wrong;
  }
  return null;
}

/** The fields of a record that can carry words. */
export function wordFieldsOf(record: BoardRecord): readonly string[] {
  const kind = record.typeName === 'shape' ? record['type'] : record.typeName;
  return typeof kind === 'string' && Object.hasOwn(wordFields, kind) ? (wordFields[kind] ?? []) : [];
}

function checkText(value: Json | undefined, most: number): ErrorCode | null {
  if (typeof value !== 'string') return null;
  return fits(value, most) ? null : 'TEXT_TOO_LONG';
}
