import type { AuditAct, Endpoint } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { AuditedAct } from '../audit-keeper.ts';
import type { Call } from '../http/call.ts';

/** A request that was done: what was asked, and what it was answered. */
export type Done<E extends Endpoint> = Omit<Call<E>, 'request' | 'response'> & {
  readonly answer: E['answer']['_zod']['output'];
};

/** A line, but for what every line of a request has alike: who asked. */
export type Told = Omit<AuditedAct, 'by'> & Partial<Pick<AuditedAct, 'by'>>;

/** What becomes of a route in the audit log. */
export type RouteRule =
  /** It has a line of its own. One that `opens` something is not done while lines wait to be kept; one that protects always is. */
  | { readonly kind: 'line'; readonly acts: readonly AuditAct[]; readonly opens: boolean; readonly tell: Tell }
  /** The board's journal has it, and the log says it from there. */
  | { readonly kind: 'journal'; readonly acts: readonly AuditAct[] }
  | { readonly kind: 'none'; readonly why: string };

/** The line of what was done, or null where it came to nothing. */
type Tell = (done: Done<Endpoint>, storage: Storage) => Promise<Told | null> | Told | null;

interface LineParts<E extends Endpoint> {
  readonly acts: readonly AuditAct[];
  readonly opens?: boolean;
  readonly tell: (done: Done<E>, storage: Storage) => Promise<Told | null> | Told | null;
}

/** One route and its rule. */
export type AuditedRoute = readonly [endpoint: Endpoint, rule: RouteRule];

/** A route with a line of its own. */
export function told<const E extends Endpoint>(endpoint: E, { acts, opens = false, tell }: LineParts<E>): AuditedRoute {
  // The endpoint stands beside its rule, so what was done is of its types.
  return [endpoint, { kind: 'line', acts, opens, tell: tell as unknown as Tell }];
}

/** A route whose acts are entries of a board's journal. */
export function inJournal(endpoint: Endpoint, ...acts: readonly AuditAct[]): AuditedRoute {
  return [endpoint, { kind: 'journal', acts }];
}

/** A route that changes something and has no line, and why. */
export function untold(endpoint: Endpoint, why: string): AuditedRoute {
  return [endpoint, { kind: 'none', why }];
}
