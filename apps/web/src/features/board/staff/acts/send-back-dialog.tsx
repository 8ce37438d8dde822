import { Reply } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../../../i18n/translate.ts';
import { isolate } from '../../../../lib/isolate.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { NoteChooser } from '../../../../ui/note-chooser.tsx';
import { useBoard } from '../../board-context.ts';
import type { Piece } from './piece.ts';
import styles from './rewind-dialog.module.css';
import { useDecidePiece, useWaitingOn } from './use-deciding.ts';

type SendBackDialogProps = { readonly piece: Piece; readonly onClose: () => void };

/** What the pupil reads with a piece that comes back, before it is sent. */
export function SendBackDialog({ piece, onClose }: SendBackDialogProps): ReactNode {
  const t = useT();
  const { session } = useBoard();
  const [note, setNote] = useState('');
  const waiting = useWaitingOn(piece);
  const decide = useDecidePiece();
  const name = isolate(piece.author.label);
  const isWritten = piece.records.some((id) => ['note', 'text'].includes(String(session.records.get(id)?.['type'])));
  function send(): void {
    const words = note.trim();
    if (words === '') return;
    if (waiting !== null) decide({ piece, waiting, verdict: 'return', note: words });
    onClose();
  }
  return (
    <Dialog title={t('board.piece.sendBack', { name })} onClose={onClose}>
      <NoteChooser
        author={piece.author.label}
        isWritten={isWritten}
        note={note}
        place="panel"
        wanted
        onNote={setNote}
        onSend={send}
      />
      <div className={styles.buttons}>
        <Button
          look="primary"
          icon={Reply}
          unavailable={note.trim() === '' ? t('queue.noteWanted', { name }) : undefined}
          onClick={send}
        >
          {t('queue.sendBack')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
