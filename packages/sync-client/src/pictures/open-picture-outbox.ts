import { ownerOf } from '../outbox/refused-work.ts';
import { deviceTimers } from '../timers.ts';
import { IndexedPictureStore } from './indexed-picture-store.ts';
import { PictureOutbox } from './picture-outbox.ts';
import { sendPicture } from './send-picture.ts';

/** Pictures of a person on their way to a board, with the real parts of a browser. */
export function openPictureOutbox({ board, person }: { board: string; person: string }): PictureOutbox {
  const owner = ownerOf(person, board);
  return new PictureOutbox({ board, owner, store: new IndexedPictureStore(), send: sendPicture, timers: deviceTimers });
}
