import type { StaffRole } from '@bridgeboard/protocol';

import type { Person } from '../rooms/live-board.ts';

/** A session that holds right now, and whose it is. */
export interface SignedIn {
  readonly person: Person;
  /** What staff are at their school; a pupil has none. */
  readonly roles: readonly StaffRole[];
  readonly sessionId: string;
  /** When this session began, ms since 1970. */
  readonly startedAt: number;
  /** When it ends by itself, ms since 1970. */
  readonly expiresAt: number;
  /** Since or from when on nothing but the own account is open, for want of a second factor, ms since 1970; null where none is missing. */
  readonly lacksFactorFrom: number | null;
  /** Whether a second factor was shown, ours or, where the school has it count, the provider's. */
  readonly hasFactor: boolean;
}

/** Whether a second factor is missing at this moment. */
export function lacksFactor({ lacksFactorFrom }: Pick<SignedIn, 'lacksFactorFrom'>, now: number): boolean {
  return lacksFactorFrom !== null && lacksFactorFrom <= now;
}

/** The headers a session is found by; Node's and Express' both fit. */
export interface CookieHeaders {
  readonly cookie?: string | undefined;
}

/** Finds who is asking, or null: no cookie, a false or ended one, or somebody who may not be signed in here. */
export type PersonFromCookies = (headers: CookieHeaders) => Promise<SignedIn | null>;
