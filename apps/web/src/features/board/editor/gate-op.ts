import { gateRecord } from '@bridgeboard/domain';
import type { BoardRecord, ErrorCode, Op, Role } from '@bridgeboard/protocol';
import type { TLRecord, TLStore } from 'tldraw';

/**
 * The server's gate, asked in the browser before anything is sent (D11): the same function and limits, with the editor's own
 * schema as its last check, so that no second copy of tldraw's schema is loaded.
 */
export function createGate(store: TLStore, role: () => Role): (op: Op, after: BoardRecord | null) => ErrorCode | null {
  const check = (record: BoardRecord): boolean => {
    try {
      store.schema.validateRecord(store, record as unknown as TLRecord, 'updateRecord', null);
      return true;
    } catch {
      return false;
    }
  };
  return (op, after) => (op.op === 'delete' || !after ? null : gateRecord(after, { role: role(), check }));
}
