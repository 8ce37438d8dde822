import { ownerOf } from '../outbox/refused-work.ts';
import { deviceTimers } from '../timers.ts';
import { IndexedPictureStore } from './indexed-picture-store.ts';
import { PictureOutbox } from './picture-outbox.ts';
import { sendPicture, type SendPicture } from './send-picture.ts';

/** Pictures of a person on their way to a board, with the real parts of a browser. */
export function openPictureOutbox({ board, person }: { board: string; person: string }): PictureOutbox {
  const owner = ownerOf(person, board);
  return new PictureOutbox({ board, owner, store: new IndexedPictureStore(), send: sendAlone, timers: deviceTimers });
}

/** Two tabs may find the same picture on the device: the second one asks when the first has been answered, and is told the same. */
const sendAlone: SendPicture = (about, onDone, signal) => {
  // Absent where a page is served without https from another machine.
  const { locks } = navigator as { locks?: LockManager };
  const send = (): ReturnType<SendPicture> => sendPicture(about, onDone, signal);
  return locks ? locks.request(`bridgeboard-picture ${about.upload}`, send) : send();
};
