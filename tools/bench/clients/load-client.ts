import type { Step } from '../workload/hand.ts';

/** Told by a probe: how many points of a stroke it has now. */
export type OnPoints = (stroke: string, count: number) => void;

/** One person's connection, as light as it can be: it follows the protocol and keeps no board. */
export interface LoadClient {
  /** Resolves when the person is on the board. */
  open(): Promise<void>;
  /** The hand made a step: everything that the protocol makes of it is sent now. */
  step(step: Step): void;
  /** Bytes and messages received so far: payloads of the transport, uncompressed. */
  readonly received: Readonly<Traffic>;
  /** Refusals and lost connections, in words; a sound run has none. */
  readonly complaints: readonly string[];
  /** How long answers to edits took, in ms, with the moment they came; where the protocol has such answers. */
  readonly answered?: readonly { readonly at: number; readonly tookMs: number }[];
  close(): void;
}

export interface Traffic {
  bytes: number;
  messages: number;
}

/** Who a client is. */
export interface LoadPerson {
  /** The place in the list of all people of this run. */
  readonly number: number;
  readonly role: 'staff' | 'pupil';
  /** 0 or 1. */
  readonly school: number;
  readonly cookie: string;
  readonly draws: boolean;
  /** Is connected as a viewer: sees the board, has no pointer and writes nothing. */
  readonly looksOn?: boolean;
}

/** Makes the client of one kind of server. With `onPoints` it is a probe: it decodes all it receives. */
export type ConnectClient = (to: {
  readonly url: string;
  readonly board: string;
  readonly person: LoadPerson;
  readonly onPoints: OnPoints | null;
}) => LoadClient;
