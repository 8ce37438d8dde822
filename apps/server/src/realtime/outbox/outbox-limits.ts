/** What may wait for one reader, or for how long nothing may have gone out to them, before a stage begins. */
export interface StageLimit {
  readonly packets: number;
  readonly bytes: number;
  readonly stuckMs: number;
}

/** When a slow reader is told less, and when they are cut (REL-08). */
export interface OutboxLimits {
  /** From here on without pointers. */
  readonly still: StageLimit;
  /** From here on without frames; a resync follows once everything has gone out. */
  readonly paused: StageLimit;
  /** From here on no longer served. */
  readonly cut: StageLimit;
  /**
   * How long nothing at all may come from a reader to whom so many bytes have gone meanwhile, in ms. The system takes many
   * seconds' worth for somebody who reads none of it; their missing answers to pings tell sooner.
   */
  readonly silent: { readonly ms: number; readonly bytes: number };
  /** What may wait for all readers of this server together, in bytes. */
  readonly allBytes: number;
  /** How many looks in a row must find little waiting before pointers come back. */
  readonly calmLooks: number;
}

/** A look at all outboxes is taken this often, in ms. */
export const outboxBeatMs = 250;

/**
 * A long-polling reader has a round trip between two handovers, so a second's worth of frames may wait for them. Who is
 * stuck is cut early enough to be gone within ten seconds, the last second being for the reason to go out.
 */
export const outboxLimits: OutboxLimits = {
  still: { packets: 48, bytes: 128 * 1_024, stuckMs: 1_000 },
  paused: { packets: 128, bytes: 512 * 1_024, stuckMs: 3_000 },
  cut: { packets: 256, bytes: 1_024 * 1_024, stuckMs: 8_500 },
  silent: { ms: 8_500, bytes: 128 * 1_024 },
  allBytes: 64 * 1_024 * 1_024,
  calmLooks: 4,
};
