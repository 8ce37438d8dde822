import type { BoardRecord, PupilLevel } from '@bridgeboard/protocol';
import type { BoardSession } from '@bridgeboard/sync-client';

/** What this person may do to a record, asked before the server is: so that nothing moves that would spring back. */
export interface EditRights {
  mayEdit(record: Pick<BoardRecord, 'id' | 'typeName'>): boolean;
  /** Others' work may be edited, where the board allows it, and never deleted (P6). */
  mayDelete(record: Pick<BoardRecord, 'id' | 'typeName'>): boolean;
  /** Whether a shape of theirs may be put into this frame (P15). */
  mayHold(frameId: string): boolean;
  /** Whether this is their own work: a group holds its author's things only, a teacher's too (P14). */
  isOwn(id: string): boolean;
}

/** The rights of whoever's session it is, as they stand at each question. */
export function editRightsOf(session: BoardSession): EditRights {
  const isStaff = (): boolean => session.status.value.you?.role === 'staff';
  const level = (): PupilLevel => session.standing.value?.level ?? 'own';
  const mayAdd = (): boolean => level() === 'own' || level() === 'all';
  const isOwn = (id: string): boolean => {
    const by = session.stampOf(id)?.by;
    // Without a stamp the server has not heard of it: it was made here.
    return by === undefined || by === session.status.value.you?.key;
  };
  const isOfPages = (typeName: string): boolean => typeName === 'page' || typeName === 'document';
  return {
    isOwn,
    mayEdit({ id, typeName }) {
      if (isStaff()) return true;
      if (isOfPages(typeName) || !mayAdd()) return false;
      return isOwn(id) || (level() === 'all' && typeName === 'shape');
    },
    mayDelete({ id, typeName }) {
      return isStaff() || (!isOfPages(typeName) && mayAdd() && isOwn(id));
    },
    mayHold(frameId) {
      if (isStaff() || isOwn(frameId)) return true;
      return session.authors.value.get(session.stampOf(frameId)?.by ?? '')?.role === 'staff';
    },
  };
}
