import type { BoardStanding } from '@bridgeboard/domain';

import type { ClientAddress } from '../http/client-address.ts';
import type { PersonFromCookies } from '../http/signed-in.ts';
import type { Meters } from '../observability/meters.ts';
import type { Person } from '../rooms/live-board.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import type { Connections } from './connections.ts';
import type { Counted } from '../http/counted.ts';
import type { SendLimits } from './limits/send-limits.ts';
import type { SocketDoor } from './limits/socket-door.ts';
import type { Outboxes } from './outbox/outboxes.ts';
import type { SlowPointers } from './slow-pointers.ts';
import type { SessionSockets } from './session-sockets.ts';

/** What sockets of live boards need of the server around them. */
export interface GatewayDeps {
  readonly rooms: RoomRegistry;
  readonly personFromCookies: PersonFromCookies;
  /** How this person stands to this board, or null where there is none. */
  readonly standingOf: (person: Person, board: string) => Promise<BoardStanding | null>;
  readonly addressOf: ClientAddress;
  readonly door: SocketDoor;
  /** Places on boards that are taken. */
  readonly seats: Counted;
  readonly sendLimits: SendLimits;
  readonly outboxes: Outboxes;
  readonly slowPointers: SlowPointers;
  /** Whether the link of a school to the internet is weak. */
  readonly hasWeakLink: (school: string) => Promise<boolean>;
  readonly connections: Connections;
  readonly sessionSockets: SessionSockets;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onError: (what: string, reason: unknown) => void;
  readonly meters: Pick<Meters, 'refused'>;
  readonly onFaultTold: (requestId: string) => void;
}
