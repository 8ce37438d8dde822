import type { Action } from '../model/actions.ts';
import type { EditMessage } from './edit.ts';
import type { Frame } from './frame.ts';
import type { JoinMessage, ViewerJoinMessage } from './join.ts';
import type { Joined } from './joined.ts';
import type { MoveMessage, PresenceMessage } from './presence.ts';
import type { PrivateFrame } from './private-frame.ts';
import type { Refused } from './refused.ts';

/** The Socket.IO namespace of live boards. One socket is one session on one board. */
export const boardNamespace = '/board';
/** The namespace of those who only look on: frames without pointers, no edits (limits: see there). */
export const viewerNamespace = '/viewers';

/** Largest message a client may send, in bytes of UTF-8 JSON. */
export const maxClientMessageBytes = 65_536;

/** Browser → server. No Socket.IO acknowledgements: answers come in private frames, after the edit is durable. */
export interface ClientToServerEvents {
  join: (message: JoinMessage) => void;
  edit: (message: EditMessage) => void;
  presence: (message: PresenceMessage) => void;
  move: (message: MoveMessage) => void;
  /** Asks whether anybody is still there, after a sleep; answered by `probed`. */
  probe: () => void;
}

/** What sending each of them is: decides who may. */
export const socketActions = {
  join: 'come to a board',
  edit: 'work on a board',
  presence: 'work on a board',
  move: 'work on a board',
  probe: 'come to a board',
} as const satisfies Readonly<Record<keyof ClientToServerEvents, Action>>;

/** Viewer → server. */
export interface ViewerToServerEvents {
  join: (message: ViewerJoinMessage) => void;
}

/** Server → browser. */
export interface ServerToClientEvents {
  joined: (message: Joined) => void;
  frame: (message: Frame) => void;
  private: (message: PrivateFrame) => void;
  refused: (message: Refused) => void;
  /** The server starts this view anew (for example after a storage failure): fetch a snapshot. */
  resync: (message: { epoch: string; viewRun: string; viewSeq: number }) => void;
  probed: () => void;
  /** This session may not go on; the socket closes. */
  ended: (message: Refused) => void;
}
