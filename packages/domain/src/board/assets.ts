import { recordIdPattern, type BoardRecord, type Fields, type Json, type UploadedAsset } from '@bridgeboard/protocol';

import type { BoardState, Slot } from './board-state.ts';
import { fieldOf, isObject } from './fields.ts';
import { hasMade } from './layers.ts';

/** The field in which an image names its picture. */
export const assetField = 'props.assetId';

/** Whether an id is that of an uploaded picture: nobody sends, changes or takes off these records, the server makes them. */
export function isAssetId(id: string): boolean {
  return id.startsWith('asset:');
}

/** Whether this is an image that shows that picture. */
export function showsAsset(record: BoardRecord | null, asset: string): boolean {
  return record?.typeName === 'shape' && fieldOf(record, assetField) === asset;
}

/** Ids of pictures that these operations would show on a board that does not have them yet. */
export function newAssetsIn(state: BoardState, ops: readonly unknown[]): string[] {
  const named = ops.flatMap((op) => {
    const record = isObject(op) && op['op'] === 'create' ? op['record'] : undefined;
    const props = isObject(record) ? record['props'] : undefined;
    const id = isObject(props) ? props['assetId'] : undefined;
    return typeof id === 'string' && recordIdPattern.test(id) && isAssetId(id) && !state.slots.get(id) ? id : [];
  });
  return [...new Set(named)];
}

/** The picture that a record names, in whichever version made it; images never change it. */
export function assetOfSlot(slot: Slot): Json | undefined {
  const made: Fields | undefined = slot.layers.find(hasMade)?.fields;
  return slot.base ? fieldOf(slot.base, assetField) : made?.[assetField];
}

/** The record that stands for an upload on its board. It holds no word of anybody's: the name of the file was never kept. */
export function assetRecordOf({ id, mimeType, width, height, bytes }: UploadedAsset): BoardRecord {
  return {
    id: `asset:${id}`,
    typeName: 'asset',
    type: 'image',
    props: { name: '', src: `/a/${id}`, w: width, h: height, mimeType, isAnimated: false, fileSize: bytes },
    meta: {},
  };
}
