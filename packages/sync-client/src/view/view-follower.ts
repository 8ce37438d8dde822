import {
  errorRules,
  type ErrorCode,
  type Frame,
  type Joined,
  type PrivateFrame,
  type Snapshot,
} from '@bridgeboard/protocol';

import type { Timers } from '../timers.ts';
import type { ConfirmedView } from './confirmed-view.ts';
import { SnapshotRefused, type FetchSnapshot } from './fetch-snapshot.ts';
import { HealPause } from './heal-pause.ts';

const retryMs = 1_000;
const longestRetryMs = 15_000;

/** A place in the history of one shared view (P28). */
export interface ViewPlace {
  readonly epoch: string;
  readonly viewRun: string;
  readonly viewSeq: number;
}

interface FollowerParts {
  readonly board: string;
  readonly view: ConfirmedView;
  readonly fetchSnapshot: FetchSnapshot;
  readonly timers: Timers;
  readonly random: () => number;
  /** The view is whole: it follows the server from here on. */
  readonly onWhole: () => void;
  /** A private frame was taken over, after everything that arrived before it. */
  readonly onPrivate: (frame: PrivateFrame) => void;
  /** Private frames were lost; only joining anew brings the own part back. */
  readonly onLost: () => void;
  /** The view was another than the server's (P30), and is being fetched anew. */
  readonly onHealing?: () => void;
  /** The server will not give this person the board any more. */
  readonly onRefused: (code: ErrorCode) => void;
}

type Message = { readonly frame: Frame } | { readonly private: PrivateFrame };

/**
 * Keeps the confirmed view equal to the server's: frames in their order, a snapshot where frames are missing. While the
 * snapshot is on its way, what arrives waits, private frames too: they may lie on records the snapshot brings.
 */
export class ViewFollower {
  readonly #parts: FollowerParts;
  #place: ViewPlace | null = null;
  /** What was told last, also where the place was lost: only so a board that was set back meanwhile is known as one (P33). */
  #epoch: string | null = null;
  #waiting: Message[] | null = null;
  #fetching: AbortController | null = null;
  #cancelRetry: (() => void) | null = null;
  #failures = 0;
  #privateSeq: number | null = null;
  readonly #shared = new HealPause();
  readonly #own = new HealPause();

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** From where to go on after a break, or undefined where only a snapshot will do. */
  get place(): ViewPlace | undefined {
    return this.#waiting ? undefined : (this.#place ?? undefined);
  }

  /** Joined: the view goes on from the place it has, or starts anew from a snapshot. True where the epoch is another. */
  joined(message: Joined): boolean {
    this.#privateSeq = null;
    if (!this.#goesOn(message)) return this.resync(message);
    this.#parts.onWhole();
    return false;
  }

  /** The server begins this view anew. True where the epoch is another: what was confirmed may never have been (P33). */
  resync(place: ViewPlace): boolean {
    const isRestored = this.#epoch !== null && this.#epoch !== place.epoch;
    this.#epoch = place.epoch;
    if (isRestored) this.#parts.view.clear();
    this.#place = { epoch: place.epoch, viewRun: place.viewRun, viewSeq: place.viewSeq };
    // Frames that waited for an earlier snapshot may be of another run; private ones carry answers.
    this.#waiting = (this.#waiting ?? []).filter((message) => 'private' in message);
    this.#failures = 0;
    void this.#fetch();
    return isRestored;
  }

  frame(frame: Frame): void {
    if (this.#waiting) this.#waiting.push({ frame });
    else this.#applyFrame(frame);
  }

  private(frame: PrivateFrame): void {
    if (this.#waiting) this.#waiting.push({ private: frame });
    else this.#applyPrivate(frame);
  }

  /** Nothing more comes from this connection; what had been waiting will not become whole. */
  disconnected(): void {
    this.#stopFetching();
    if (this.#waiting) {
      this.#place = null;
      this.#waiting = null;
    }
  }

  #goesOn({ resume, epoch, viewRun, viewSeq, pens }: Joined): boolean {
    if (this.place?.epoch !== epoch) return false;
    if (resume === 'frames') return this.place.viewRun === viewRun;
    if (resume !== 'unchanged') return false;
    this.#place = { epoch, viewRun, viewSeq };
    this.#parts.view.renumberPens(pens);
    return true;
  }

  async #fetch(): Promise<void> {
    this.#stopFetching();
    const mine = new AbortController();
    this.#fetching = mine;
    try {
      const snapshot = await this.#parts.fetchSnapshot(this.#parts.board, mine.signal, this.#place?.viewSeq);
      if (!mine.signal.aborted) this.#take(snapshot);
    } catch (failure) {
      if (!mine.signal.aborted) this.#failed(failure);
    }
  }

  #take(snapshot: Snapshot): void {
    const { viewRun, viewSeq, epoch } = snapshot;
    // The room was opened anew between joining and fetching: its own `resync` or a new connection is on its way.
    if (this.#place?.viewRun !== viewRun) {
      this.#failed(null);
      return;
    }
    const waiting = this.#waiting ?? [];
    this.#place = { epoch, viewRun, viewSeq };
    this.#waiting = null;
    this.#failures = 0;
    this.#parts.view.replaceShared(snapshot.shared);
    for (const message of waiting) {
      if ('frame' in message) this.frame(message.frame);
      else this.private(message.private);
    }
    if (!this.#waiting) this.#parts.onWhole();
  }

  #failed(failure: unknown): void {
    if (failure instanceof SnapshotRefused && !errorRules[failure.code].retryable) {
      this.#parts.onRefused(failure.code);
      return;
    }
    this.#failures += 1;
    const pauseMs = Math.min(retryMs * 2 ** (this.#failures - 1), longestRetryMs);
    this.#cancelRetry = this.#parts.timers.after(pauseMs * (0.5 + this.#parts.random()), () => void this.#fetch());
  }

  #stopFetching(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#fetching?.abort();
    this.#fetching = null;
  }

  #applyFrame({ seq, since, patch, check }: Frame): void {
    const place = this.#place;
    if (!place || seq === undefined || seq < place.viewSeq) return;
    if ((since ?? seq - 1) > place.viewSeq || (seq > place.viewSeq && !patch)) {
      // A hole: what was missed cannot be guessed, so a snapshot has to bring it, this frame included.
      this.resync({ ...place, viewSeq: seq });
      return;
    }
    if (seq > place.viewSeq && patch) {
      this.#place = { ...place, viewSeq: seq };
      this.#parts.view.applyShared(patch);
    }
    if (check !== undefined) this.#compareShared(check);
  }

  /** P30: the confirmed view, right after the frame that says what it has to be. */
  #compareShared(check: string): void {
    const { view, timers, onHealing } = this.#parts;
    if (view.sharedDigest() === check) return this.#shared.sound();
    if (!this.#place || !this.#shared.take(timers.now())) return;
    onHealing?.();
    this.resync(this.#place);
  }

  #applyPrivate(frame: PrivateFrame): void {
    const isFirst = frame.reset === true;
    if (!isFirst && (this.#privateSeq === null || frame.seq !== this.#privateSeq + 1)) {
      // Before the first whole one, a private frame has nothing to lie on; after a hole, neither.
      if (this.#privateSeq !== null) this.#parts.onLost();
      return;
    }
    this.#privateSeq = frame.seq;
    this.#parts.view.applyOwn(frame);
    this.#parts.onPrivate(frame);
    if (frame.check !== undefined) this.#compareOwn(frame.check);
  }

  #compareOwn(check: string): void {
    const { view, timers, onHealing, onLost } = this.#parts;
    if (view.ownDigest() === check) return this.#own.sound();
    if (!this.#own.take(timers.now())) return;
    onHealing?.();
    onLost();
  }
}
