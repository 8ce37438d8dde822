import type { LoadPerson } from '../clients/load-client.ts';
import type { Workload } from '../workload/workload.ts';

/** Which protocol a load process speaks. */
export type Kind = 'bridgeboard' | 'tldraw' | 'hocuspocus';

/** What one load process has to do. Times are ms since 1970, so that several processes keep step. */
export interface LoadJob {
  readonly kind: Kind;
  readonly url: string;
  readonly board: string;
  readonly workload: Workload;
  readonly people: readonly LoadPerson[];
  /** Numbers of the people who decode what they receive. */
  readonly probes: readonly number[];
  /** Staff approve every burst this long after it closed; null where nothing is to be approved. */
  readonly approveAfterMs: number | null;
}

/** From the bench to a load process. */
export type ToLoad =
  | { readonly say: 'connect'; readonly job: LoadJob }
  | { readonly say: 'begin'; readonly at: number };

/** Moments at which the points of one stroke were drawn or received, in the order of the points. */
export interface StrokeTimes {
  readonly stroke: string;
  /** Number of the person who drew it or, at a probe, of the probe. */
  readonly person: number;
  readonly times: readonly number[];
}

/** What one load process saw. */
export interface LoadReport {
  readonly drawn: readonly StrokeTimes[];
  readonly received: readonly StrokeTimes[];
  /** When an approval of a stroke was asked for. */
  readonly approved: readonly (readonly [stroke: string, at: number])[];
  /** In the measured time: payload bytes and messages of all clients of this process. */
  readonly bytes: number;
  readonly messages: number;
  /** Bytes of those who only look on, not counted above. */
  readonly viewerBytes: number;
  /** How long edits waited for their answer, in ms. */
  readonly answerMs: readonly number[];
  /** Share of one core that this process used in the measured time. */
  readonly cpuShare: number;
  /** The longest that a step began later than planned, in ms. */
  readonly latestStepMs: number;
  /** Each different complaint with how often it came. */
  readonly complaints: readonly (readonly [words: string, times: number])[];
}

/** From a load process to the bench. */
export type FromLoad =
  | { readonly say: 'connected' }
  | { readonly say: 'report'; readonly report: LoadReport }
  | { readonly say: 'failed'; readonly reason: string };

/** ms since 1970, to fractions of one, the same in all processes of this machine. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}
