import type { PersonFromCookies } from '../http/signed-in.ts';
import type { Person } from '../rooms/live-board.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import type { BoardNamespace } from './socket-fan-out.ts';

/** What sockets of live boards need of the server around them. */
export interface GatewayDeps {
  readonly namespace: BoardNamespace;
  readonly rooms: RoomRegistry;
  readonly personFromCookies: PersonFromCookies;
  /** Whether this person may be on this board; a foreign board and a missing one get the same answer. */
  readonly mayOpen: (person: Person, board: string) => Promise<boolean>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onError: (what: string, reason: unknown) => void;
}
