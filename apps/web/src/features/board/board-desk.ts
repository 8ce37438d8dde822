import type { Author, Me } from '@bridgeboard/protocol';
import { openBoardSession, openPictureOutbox, ownerOf } from '@bridgeboard/sync-client';
import { i18n } from '@lingui/core';
import type { BoardSession, SessionParts } from '@bridgeboard/sync-client';

import { createBoardKit } from './editor/board-kit.ts';
import type { BoardKit } from './editor/board-kit.ts';
import { editRightsOf } from './editor/edit-rights.ts';
import type { EditRights } from './editor/edit-rights.ts';
import { createGate } from './editor/gate-op.ts';
import { RemoteGuard } from './editor/remote-guard.ts';
import { pictureAssets } from './pictures/picture-assets.ts';
import { PictureDesk } from './pictures/picture-desk.ts';
import { RemarkDesk } from './remarks/remark-desk.ts';
import { SkippedThings } from './skipped-things.ts';

/** One person's place at one board: the session, and what the editor needs to follow it. */
export interface BoardDesk {
  readonly session: BoardSession;
  readonly guard: RemoteGuard;
  readonly rights: EditRights;
  readonly kit: BoardKit;
  readonly skipped: SkippedThings;
  readonly pictures: PictureDesk;
  readonly remarks: RemarkDesk;
}

/** Who comes to the board, as far as it makes a difference to what is loaded. */
export type Visitor = Pick<Me, 'id' | 'hasWeakLink'>;

/** Only staff are told what a guest is called. */
function naming(author: Author): Author {
  return author.role === 'guest' && author.label === '' ? { ...author, label: i18n._('board.guest') } : author;
}

/** Opens a session on a board with the real parts of a browser; `session.start()` connects it. */
export function openBoardDesk(board: string, { id: person, hasWeakLink }: Visitor): BoardDesk {
  const guard = new RemoteGuard();
  // The gate asks the store's schema, and the store's frames ask the session: one of them has to come later.
  let gate: NonNullable<SessionParts['gate']> = () => null;
  const session = openBoardSession({ board, person, naming, gate: (op, after) => gate(op, after) });
  const rights = editRightsOf(session);
  const kit = createBoardKit(guard, rights, pictureAssets(hasWeakLink));
  gate = createGate(kit.store, () => (session.status.value.you?.role === 'staff' ? 'staff' : 'pupil'));
  const pictures = new PictureDesk({ outbox: openPictureOutbox({ board, person }), owner: ownerOf(person, board) });
  const remarks = new RemarkDesk(session);
  return { session, guard, rights, kit, skipped: new SkippedThings(), pictures, remarks };
}
