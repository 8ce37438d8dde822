import type {
  BoardRecord,
  Joined,
  Op,
  OpRefusal,
  PresenceMessage,
  PrivateFrame,
  Refused,
  Stamp,
} from '@bridgeboard/protocol';

import { CursorBoard } from './cursor-board.ts';
import type { LinkListener } from './link/board-link.ts';
import { Joiner } from './link/joiner.ts';
import { Observable } from './observable.ts';
import type { RefusedWork } from './outbox/outbox-store.ts';
import { Outbox } from './outbox/outbox.ts';
import { hasContent, ownerOf, refusedWork, type RefusalFacts } from './outbox/refused-work.ts';
import { EditSender, isAboutEdit } from './pending/edit-sender.ts';
import { layOps } from './pending/lay-ops.ts';
import { targetOf } from './pending/op-order.ts';
import { isTooBigToSend } from './pending/too-big-to-send.ts';
import type { NumberedEdit } from './pending/pending-edits.ts';
import { PresenceSender } from './presence-sender.ts';
import type { SessionListener, SessionParts } from './session-parts.ts';
import { ShownView } from './shown-view.ts';
import { StatusKeeper } from './status-keeper.ts';
import { ConfirmedView } from './view/confirmed-view.ts';
import { ViewFollower } from './view/view-follower.ts';

/** Frames of one tick become one change on the screen: what moves from one part of the view to the other never blinks. */
const refreshMs = 16;

/** One person's live board in one tab: what they see, what they did, and whether it is safe. */
export class BoardSession {
  readonly cursors = new CursorBoard();
  /** Counts up whenever a stamp may have changed. */
  readonly stamps = new Observable(0);
  readonly #parts: SessionParts;
  readonly #view = new ConfirmedView();
  readonly #outbox: Outbox;
  readonly #shown: ShownView;
  readonly #sender: EditSender;
  readonly #follower: ViewFollower;
  readonly #presence: PresenceSender;
  readonly #joiner: Joiner;
  readonly #status: StatusKeeper;
  readonly #listeners = new Set<SessionListener>();
  readonly #stale = new Set<string>();
  #opened: Promise<void> | null = null;
  #cancelRefresh: (() => void) | null = null;

  constructor(parts: SessionParts) {
    const { store, locks, timers, link, random, board, person, fetchSnapshot } = parts;
    this.#parts = parts;
    this.#outbox = new Outbox({ store, locks, timers, client: parts.newName(), owner: ownerOf(person, board) });
    this.#shown = new ShownView(this.#view, this.#outbox.pending);
    this.#sender = new EditSender({ link, outbox: this.#outbox, timers, random });
    this.#presence = new PresenceSender({ timers, send: (message) => link.presence(message) });
    this.#joiner = new Joiner({ link, board, client: this.#outbox.pending.client, place: () => this.#follower.place });
    this.#follower = new ViewFollower({
      board,
      fetchSnapshot,
      timers,
      random,
      view: this.#view,
      onWhole: () => this.#whole(),
      onPrivate: (frame) => this.#private(frame),
      onLost: () => link.renew(),
      onRefused: (code) => this.#joiner.finish({ code, message: '' }),
    });
    this.#status = new StatusKeeper({ outbox: this.#outbox, sender: this.#sender, joiner: this.#joiner });
  }

  /** How the session stands, for the page to follow. */
  get status(): StatusKeeper['status'] {
    return this.#status.status;
  }

  /** What is on the screen, by id. */
  get records(): ReadonlyMap<string, BoardRecord> {
    return this.#shown.records;
  }

  /** Authors of what this person sees, by key. */
  get authors(): ConfirmedView['authors'] {
    return this.#view.authors;
  }

  /** Review cases this person may know of, by id. */
  get cases(): ConfirmedView['cases'] {
    return this.#view.cases;
  }

  /** Work that was not accepted and that its author has not looked at. */
  get refusedWork(): Outbox['refused'] {
    return this.#outbox.refused;
  }

  /** Whose a record is and how far it has been let out; null for what the server has not confirmed yet. */
  stampOf(id: string): Stamp | null {
    return this.#view.stamp(id);
  }

  /** Whether anything on this record waits for the server's answer. */
  isPending(id: string): boolean {
    return this.#outbox.pending.opsOf(id).length > 0;
  }

  /** Connects, and takes over what closed tabs of this person left unsent. */
  start(): void {
    this.#opened = this.#outbox.open().then(() => {
      for (const id of this.#outbox.pending.records()) this.#stale.add(id);
      this.#status.publish();
      this.#joiner.ready();
    });
    this.#parts.link.open(this.#linkListener());
  }

  /** Leaves. Resolves when everything unsent is in the device's store, for the next tab to send. */
  async stop(): Promise<void> {
    this.#parts.link.close();
    this.#cancelRefresh?.();
    await this.#opened;
    await this.#outbox.close();
  }

  listen(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes over what the person did; the screen shows it already. Answers what the gate did not let pass: the screen
   * has to put these records back to what `records` has.
   */
  edit(ops: readonly Op[]): RefusedWork[] {
    const refused = ops.flatMap((op) => this.#take(op) ?? []);
    this.#outbox.keep(refused.filter(hasContent));
    this.#sender.changed();
    this.#status.publish();
    return refused;
  }

  /** Tells the others where the pointer is. */
  point(message: PresenceMessage): void {
    this.#presence.move(message);
  }

  /** Puts everything into the device's store now: the page may be about to go. */
  keepNow(): Promise<void> {
    return this.#sender.pump();
  }

  /** The author has looked at work that was not accepted. */
  forgetRefused(id: string): void {
    this.#outbox.forget(id);
    void this.#outbox.save();
  }

  #take(op: Op): RefusedWork | null {
    const id = targetOf(op);
    const after = layOps(this.#shown.records.get(id) ?? null, [op]);
    const code = this.#parts.gate?.(op, after) ?? (after && isTooBigToSend(after) ? 'TOO_BIG' : null);
    if (code) return this.#refusal(op, { code, content: after });
    this.#outbox.pending.add(op, this.#view.record(id));
    this.#shown.apply(op);
    return null;
  }

  #linkListener(): LinkListener {
    const joiner = this.#joiner;
    return {
      up: () => joiner.up(),
      down: () => this.#down(),
      turnedAway: (refusal) => joiner.turnedAway(refusal),
      joined: (message) => this.#joined(message),
      frame: (frame) => {
        this.cursors.apply(frame);
        this.#follower.frame(frame);
        this.#refreshSoon();
      },
      private: (frame) => this.#follower.private(frame),
      refused: (message) => (isAboutEdit(message) ? this.#refused(message) : joiner.refused(message)),
      resync: (place) => {
        this.#status.broken();
        this.#begun(this.#follower.resync(place));
      },
      ended: (message) => joiner.ended(message),
    };
  }

  #joined(message: Joined): void {
    const { you } = message;
    this.#joiner.joined(message);
    this.cursors.begin(message.cursor);
    this.#view.authors.set(new Map([...this.#view.authors.value, [you.key, you]]));
    this.#status.joined(message);
    this.#begun(this.#follower.joined(message));
    this.#presence.connected(true);
    this.#sender.joined(message.takenSeq);
  }

  #begun(isRestored: boolean): void {
    if (isRestored) for (const listener of this.#listeners) listener.restored();
  }

  #whole(): void {
    this.#status.whole(() => this.#refresh());
  }

  #down(): void {
    this.#status.broken();
    this.#follower.disconnected();
    this.#sender.disconnected();
    this.#presence.connected(false);
    this.cursors.clear();
    this.#joiner.down();
  }

  #private(frame: PrivateFrame): void {
    for (const answer of frame.answers ?? []) {
      const edit = this.#sender.answered(answer);
      if (edit) this.#settled(edit, answer.refused ?? []);
    }
    this.#refreshSoon();
  }

  #refused(message: Refused): void {
    const edit = this.#sender.refused(message);
    if (edit)
      this.#settled(
        edit,
        edit.ops.map((_, op) => ({ op, code: message.code })),
      );
    this.#refreshSoon();
  }

  /** An edit is answered: its refused operations spring back, the others stand in the confirmed view now. */
  #settled(edit: NumberedEdit, refusals: readonly OpRefusal[]): void {
    for (const op of edit.ops) this.#stale.add(targetOf(op));
    const work = refusals.flatMap(({ op: place, code, whose }) => {
      const op = edit.ops[place];
      if (!op) return [];
      const content = layOps(this.#view.record(targetOf(op)), [op]);
      return [this.#refusal(op, { code, content, whose: whose ?? null })];
    });
    this.#outbox.keep(work.filter(hasContent));
    this.#status.publish();
    if (work.length > 0) for (const listener of this.#listeners) listener.refused(work);
  }

  #refusal(op: Op, about: RefusalFacts): RefusedWork {
    const { newName, timers, person, board } = this.#parts;
    return refusedWork(op, { ...about, id: newName(), owner: ownerOf(person, board), at: timers.now() });
  }

  #refreshSoon(): void {
    this.#cancelRefresh ??= this.#parts.timers.after(refreshMs, () => this.#refresh());
  }

  #refresh(): void {
    this.#cancelRefresh?.();
    this.#cancelRefresh = null;
    // Nothing half may be shown: until the view is whole, the screen keeps what it has.
    if (!this.#status.isWhole) return;
    const touched = this.#view.takeTouched();
    for (const id of this.#stale) touched.add(id);
    this.#stale.clear();
    const change = this.#shown.refresh(touched);
    if (touched.size > 0) this.stamps.set(this.stamps.value + 1);
    if (change.put.length + change.removed.length === 0) return;
    for (const listener of this.#listeners) listener.changed(change);
  }
}
