export { BoardSession } from './board-session.ts';
export { openBoardSession } from './open-board-session.ts';
export { type SessionParts } from './session-parts.ts';
export { type SessionStatus } from './session-status.ts';
export { type ShownChange } from './shown-view.ts';
export { type RefusedWork } from './outbox/outbox-store.ts';
export { Observable } from './observable.ts';
export { snapshotFetcher } from './view/fetch-snapshot.ts';
