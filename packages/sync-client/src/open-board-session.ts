import { BoardSession } from './board-session.ts';
import { openSocketLink } from './link/socket-link.ts';
import { IndexedOutboxStore } from './outbox/indexed-outbox-store.ts';
import { browserTabLocks } from './outbox/tab-locks.ts';
import type { SessionParts } from './session-parts.ts';
import { deviceTimers } from './timers.ts';
import { snapshotFetcher } from './view/fetch-snapshot.ts';

/** A session with the real parts of a browser: Socket.IO, `fetch`, IndexedDB, Web Locks. Call `start` on it. */
export function openBoardSession(about: Pick<SessionParts, 'board' | 'person' | 'gate' | 'naming'>): BoardSession {
  return new BoardSession({
    ...about,
    link: openSocketLink(),
    fetchSnapshot: snapshotFetcher((input, init) => fetch(input, init)),
    store: new IndexedOutboxStore(),
    // Absent where a page is served without https from another machine.
    locks: browserTabLocks((navigator as { locks?: LockManager }).locks),
    timers: deviceTimers,
    random: () => Math.random(),
    newName: randomName,
  });
}

/** 128 random bits as 22 characters that may stand in any id. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
