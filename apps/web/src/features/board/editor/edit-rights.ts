import type { BoardRecord } from '@bridgeboard/protocol';
import type { BoardSession } from '@bridgeboard/sync-client';

/** What this person may do to a record, asked before the server is: so that nothing moves that would spring back. */
export interface EditRights {
  mayEdit(record: Pick<BoardRecord, 'id' | 'typeName'>): boolean;
  /** Whether a shape of theirs may be put into this one (P15). */
  mayHold(containerId: string): boolean;
}

/** The rights of whoever's session it is, as they stand at each question. */
export function editRightsOf(session: BoardSession): EditRights {
  const isStaff = (): boolean => session.status.value.you?.role === 'staff';
  const isOwn = (id: string): boolean => {
    const by = session.stampOf(id)?.by;
    // Without a stamp the server has not heard of it: it was made here.
    return by === undefined || by === session.status.value.you?.key;
  };
  return {
    mayEdit({ id, typeName }) {
      if (isStaff()) return true;
      return typeName !== 'page' && typeName !== 'document' && isOwn(id);
    },
    mayHold(containerId) {
      if (isStaff() || isOwn(containerId)) return true;
      return session.authors.value.get(session.stampOf(containerId)?.by ?? '')?.role === 'staff';
    },
  };
}
