import type { UploadedAsset } from '@bridgeboard/protocol';

import { Observable } from '../observable.ts';
import type { Timers } from '../timers.ts';
import type { PendingPicture, PictureProgress, PictureStore } from './pending-picture.ts';
import type { SendOutcome, SendPicture } from './send-picture.ts';

interface Parts {
  readonly board: string;
  readonly owner: string;
  readonly store: PictureStore;
  readonly send: SendPicture;
  readonly timers: Timers;
}

/** A picture on its way, and how far it is. */
export interface PictureOnItsWay {
  readonly picture: PendingPicture;
  readonly progress: PictureProgress;
  /** Whether this device has it safe: without that it is gone when the page is closed. */
  readonly isKept: boolean;
}

/** Puts a picture that the server has kept on the board; false where that cannot be done now. */
export type HangPicture = (picture: PendingPicture, asset: UploadedAsset) => boolean;

const pauses = { firstMs: 2_000, mostMs: 30_000 } as const;

/**
 * Pictures on their way to a board: kept on the device until the server has each, sent one after the other, and put on the board
 * only then. So nobody's board ever shows a picture that is not kept (REL-22).
 */
export class PictureOutbox {
  readonly onTheirWay = new Observable<readonly PictureOnItsWay[]>([]);
  readonly #parts: Parts;
  #hang: HangPicture | null = null;
  #sending: AbortController | null = null;
  #cancelPause: (() => void) | null = null;
  #pauseMs: number = pauses.firstMs;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins with what another tab, or another day, has left. The answer ends it. */
  start(hang: HangPicture): () => void {
    this.#hang = hang;
    void this.#readKept().then(() => this.#go());
    return () => {
      this.#hang = null;
      this.#cancelPause?.();
      this.#sending?.abort();
    };
  }

  /** Takes a picture. Where the device keeps nothing it is sent all the same, as long as the page is open. */
  async add(picture: PendingPicture): Promise<void> {
    this.#set([...this.onTheirWay.value, { picture, progress: { name: 'waits', code: null }, isKept: false }]);
    const isKept = await this.#parts.store.put(picture).then(
      () => true,
      () => false,
    );
    this.#change(picture.upload, { isKept });
    this.#go();
  }

  /** The person does not want it any more. */
  cancel(upload: string): void {
    const going = this.onTheirWay.value.find(({ picture }) => picture.upload === upload)?.progress.name === 'goes';
    this.#drop(upload);
    if (going) this.#sending?.abort();
  }

  /** Sends what was refused, or waits, once more, now. */
  retry(upload: string): void {
    this.#mark(upload, { name: 'waits', code: null });
    this.wake();
  }

  /** There may be a way to the server again. */
  wake(): void {
    this.#pauseMs = pauses.firstMs;
    this.#cancelPause?.();
    this.#go();
  }

  async #readKept(): Promise<void> {
    const kept = await this.#parts.store.read(this.#parts.owner).catch(() => []);
    const known = new Set(this.onTheirWay.value.map(({ picture }) => picture.upload));
    const left = kept.filter(({ upload }) => !known.has(upload));
    this.#set([
      ...left.map((picture) => ({ picture, progress: { name: 'waits', code: null } as const, isKept: true })),
      ...this.onTheirWay.value,
    ]);
  }

  #go(): void {
    this.#cancelPause = null;
    const next = this.onTheirWay.value.find(({ progress }) => progress.name === 'waits')?.picture;
    if (!next || this.#sending || !this.#hang) return;
    this.#mark(next.upload, { name: 'goes', done: 0 });
    const sending = (this.#sending = new AbortController());
    const onDone = (done: number): void => this.#mark(next.upload, { name: 'goes', done });
    void this.#parts
      .send({ board: this.#parts.board, upload: next.upload, bytes: next.bytes }, onDone, sending.signal)
      .then((outcome) => {
        this.#sending = null;
        this.#take(next, outcome);
      });
  }

  #take(picture: PendingPicture, outcome: SendOutcome): void {
    const { upload } = picture;
    if (!this.onTheirWay.value.some((one) => one.picture.upload === upload)) return this.#go();
    if ('asset' in outcome) {
      // The page may have been left meanwhile: then the next one asks again, and is given the same picture.
      if (!this.#hang?.(picture, outcome.asset)) {
        this.#mark(upload, { name: 'waits', code: null });
        return this.#pause(undefined);
      }
      this.#drop(upload);
      this.#pauseMs = pauses.firstMs;
      return this.#go();
    }
    if (outcome.code !== null && outcome.isFinal) {
      this.#mark(upload, { name: 'refused', code: outcome.code, charter: outcome.charter });
      return this.#go();
    }
    this.#mark(upload, { name: 'waits', code: outcome.code });
    this.#pause('retryAfterMs' in outcome ? outcome.retryAfterMs : undefined);
  }

  #pause(askedMs: number | undefined): void {
    const { timers } = this.#parts;
    this.#cancelPause = timers.after(Math.max(askedMs ?? 0, this.#pauseMs), () => this.#go());
    this.#pauseMs = Math.min(pauses.mostMs, this.#pauseMs * 2);
  }

  #drop(upload: string): void {
    this.#set(this.onTheirWay.value.filter(({ picture }) => picture.upload !== upload));
    void this.#parts.store.remove(upload).catch(() => undefined);
  }

  #mark(upload: string, progress: PictureProgress): void {
    this.#change(upload, { progress });
  }

  #change(upload: string, change: Partial<PictureOnItsWay>): void {
    this.#set(this.onTheirWay.value.map((one) => (one.picture.upload === upload ? { ...one, ...change } : one)));
  }

  #set(pictures: readonly PictureOnItsWay[]): void {
    this.onTheirWay.set(pictures);
  }
}
