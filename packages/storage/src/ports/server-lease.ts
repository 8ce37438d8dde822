/** A server process: a name of its own, and where it runs, so that one on the same machine can see whether it is still there. */
export interface LeaseHolder {
  readonly holder: string;
  /** Of the machine as long as it is not started anew; empty where nobody can tell. */
  readonly machine: string;
  readonly process: number;
}

/** Who serves from a store. `beat` goes up as long as they are there. */
export interface Lease extends LeaseHolder {
  readonly beat: number;
}

/** One server at a time serves from a store (D3): who has it says again and again that they are there. Nobody's clock is asked. */
export interface ServerLease {
  /** Who has it at this moment, or null. */
  look(): Promise<Lease | null>;
  /** Takes it from whom `look` has shown, or from nobody. False where that is not so any more. */
  take(mine: LeaseHolder, seen: Lease | null): Promise<boolean>;
  /** False where somebody else has taken it. */
  beat(holder: string): Promise<boolean>;
  /** Gives it back; does nothing where somebody else has it. */
  release(holder: string): Promise<void>;
}
