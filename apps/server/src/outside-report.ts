import type { Board, ConcernReason, ConcernSubject, Outsider } from '@bridgeboard/protocol';

/** Something that worries somebody who looks on from outside. */
export interface OutsideReport {
  readonly from: Outsider;
  /** Whose desks it comes to. */
  readonly schools: readonly [string, ...string[]];
  /** Whom a limit counts it to: a network, which is kept nowhere, or a guest. */
  readonly source: string;
  readonly board: Board;
  readonly wish: {
    readonly id: string;
    readonly about: ConcernSubject;
    readonly reason: ConcernReason;
    readonly also?: readonly string[];
    readonly words?: string | undefined;
  };
}

/** Takes a report from outside; resolves when it is kept. Throws `Refused` RATE. */
export type ReportFromOutside = (report: OutsideReport) => Promise<void>;
