import { gateRecord } from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { isRemarkId, type BoardRecord } from '@bridgeboard/protocol';

/** Whether browsers can take a record: pieces as tldraw's schema has them, remarks as the gate does. */
export function isSound(record: BoardRecord): boolean {
  return isRemarkId(record.id)
    ? gateRecord(record, { role: 'staff', check: checkRecord }) === null
    : checkRecord(record);
}
