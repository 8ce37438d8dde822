/** Where a refusal was given: to a request, to a message on a socket, or to one operation of an edit. */
export type RefusedAt = 'http' | 'socket' | 'operation';

/**
 * What the server counts about itself while it works. Nothing that is handed in may name a school, a board or a person:
 * codes, route patterns, counts and seconds only (OP4).
 */
export interface Meters {
  /** A batch of journal entries is durable. */
  kept(batch: { readonly entries: number; readonly seconds: number }): void;
  /** A batch could not be kept, as far as anybody knows. */
  notKept(): void;
  refused(code: string, at: RefusedAt): void;
  /** A request was answered; `route` is a pattern. */
  answered(request: { readonly route: string; readonly status: number; readonly seconds: number }): void;
}
