import type { BoardRecord, Fields, Json } from '@bridgeboard/protocol';
import { fieldOf, isObject } from '../board/fields.ts';
import { wordFieldsOf } from './check-words.ts';

/** All that a record says in words, a line a field; of these fields alone where some are named. The record has passed the gate. */
export function wordsIn(record: BoardRecord, fields?: Readonly<Fields>): string {
  const names = wordFieldsOf(record).filter((name) => fields === undefined || name in fields);
  return names.map((name) => textIn(fieldOf(record, name))).join('\n');
}

function textIn(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return isObject(value) ? linesOf(value) : '';
}

/** Runs of one paragraph are one text, however they are marked: a word does not end where bold begins. */
function linesOf({ text, content }: { [key: string]: Json }): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(content)) return '\n';
  const parts = content.filter(isObject);
  const isInline = parts.some(({ type }) => type === 'text' || type === 'hardBreak');
  return parts.map(linesOf).join(isInline ? '' : '\n');
}
