import type { BoardRecord, Fields, Reach } from '@bridgeboard/protocol';
import { viewerAt } from '../view/viewer.ts';
import type { EditAct } from './edit-act.ts';

/**
 * P18: what goes out at once gets an order key of its own among what is out there: the key that a browser made next to work
 * that waits would tell of it.
 */
export function placedIndex(act: EditAct, at: { record: BoardRecord; id: string; reach: Reach }): Fields {
  const { record, id, reach } = at;
  const key = record['index'];
  if (typeof key !== 'string') return {};
  const parent = typeof record['parentId'] === 'string' ? record['parentId'] : '';
  const viewer = viewerAt(reach === 'school' ? 'school' : 'board', act.actor.school);
  return { index: act.draft.orderKeys(viewer).place({ parent, key, id }) };
}
