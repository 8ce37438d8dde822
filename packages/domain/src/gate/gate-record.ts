import {
  isRemarkId,
  reactionSigns,
  recordIdPattern,
  type BoardRecord,
  type ErrorCode,
  type Json,
  type BoardRole,
} from '@bridgeboard/protocol';
import { assetField, isAssetId } from '../board/assets.ts';
import { fieldOf, isObject } from '../board/fields.ts';
import { limits } from './limits.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPoints } from './check-points.ts';
import { checkWords } from './check-words.ts';
import { isOrderKey } from './is-order-key.ts';

/** Shapes that may stand on a board. Embeds, bookmarks and videos are not taken. */
export const shapeTypes: ReadonlySet<string> = new Set([
  'draw',
  'highlight',
  'line',
  'arrow',
  'text',
  'note',
  'geo',
  'frame',
  'group',
  'image',
]);

/** Whether a record is sound by tldraw's own schema; the implementation stands in `schema-check`. */
export type RecordCheck = (record: BoardRecord) => boolean;

/** Fields that a record of each kind has; others are stamps that only the server may give, or nothing at all (SEC-10). */
const shapeFields = ['x', 'y', 'rotation', 'index', 'parentId', 'isLocked', 'opacity', 'props', 'type'];
const knownFields: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['shape', new Set(['id', 'typeName', 'meta', ...shapeFields])],
  ['binding', new Set(['id', 'typeName', 'meta', 'type', 'fromId', 'toId', 'props'])],
  ['page', new Set(['id', 'typeName', 'meta', 'name', 'index'])],
  ['document', new Set(['id', 'typeName', 'meta', 'name', 'gridSize'])],
  ['comment', new Set(['id', 'typeName', 'meta', 'about', 'text'])],
  ['reaction', new Set(['id', 'typeName', 'meta', 'about', 'sign'])],
]);

/**
 * The gate that every record passes before it is stored, whoever sent it: known types, our ids, sane numbers, bounded
 * words, no foreign addresses, empty meta; stricter than tldraw's schema, which comes last. Null means it may pass.
 */
export function gateRecord(record: BoardRecord, by: { role: BoardRole; check: RecordCheck }): ErrorCode | null {
  if (typeof record.id !== 'string' || !recordIdPattern.test(record.id)) return 'BAD_ID';
  const wrongType = checkType(record);
  if (wrongType) return wrongType;
  const known = knownFields.get(record.typeName);
  if (!isEmptyObject(record['meta']) || Object.keys(record).some((key) => !known?.has(key))) return 'FORBIDDEN_FIELD';
  if (byteLength(record) > limits[by.role].recordBytes) return 'RECORD_TOO_BIG';
  const wrongPart = checkOrder(record) ?? checkPoints(record) ?? checkNumbers(record);
  return wrongPart ?? checkWords(record, by.role) ?? (isSound(record, by.check) ? null : 'BAD_RECORD');
}

/** tldraw knows no remarks: what they are is said here alone, and no store of tldraw's ever has them. */
function isSound(record: BoardRecord, check: RecordCheck): boolean {
  if (!isRemarkId(record.id)) return check(record);
  const { about, text, sign } = record;
  if (typeof about !== 'string' || !about.startsWith('shape:') || !recordIdPattern.test(about)) return false;
  if (record.typeName === 'comment') return typeof text === 'string' && text.trim() !== '';
  return reactionSigns.some((known) => known === sign);
}

function checkOrder({ index }: BoardRecord): ErrorCode | null {
  return typeof index !== 'string' || isOrderKey(index, Infinity) ? null : 'BAD_RECORD';
}

/** An image shows a picture that is kept here; which ones somebody may show is asked of the board. */
function checkAsset(record: BoardRecord): ErrorCode | null {
  if (record['type'] !== 'image') return null;
  const asset = fieldOf(record, assetField);
  return typeof asset === 'string' && isAssetId(asset) && recordIdPattern.test(asset) ? null : 'BAD_ASSET';
}

function checkType(record: BoardRecord): ErrorCode | null {
  const prefix = record.id.slice(0, record.id.indexOf(':'));
  if (record.typeName !== prefix) return 'BAD_TYPE';
  switch (record.typeName) {
    case 'shape':
      return typeof record['type'] === 'string' && shapeTypes.has(record['type'])
        ? checkAsset(record)
        : 'NOT_SUPPORTED';
    case 'binding':
      return record['type'] === 'arrow' ? null : 'NOT_SUPPORTED';
    case 'page':
    case 'document':
    case 'comment':
    case 'reaction':
      return null;
    case 'asset':
      // The server alone says where bytes are to be fetched (SEC-21).
      return 'BAD_ASSET';
    default:
      return 'NOT_SUPPORTED';
  }
}

function isEmptyObject(value: Json | undefined): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

function byteLength(record: BoardRecord): number {
  return new TextEncoder().encode(JSON.stringify(record)).length;
}
