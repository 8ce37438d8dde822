import type {
  BoardRecord,
  Frame,
  Joined,
  MoveMessage,
  JoinMessage,
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
import { ownerOf } from './outbox/refused-work.ts';
import { OwnWork, type RefusedPlace } from './own-work.ts';
import { EditSender, isAboutEdit } from './pending/edit-sender.ts';
import { targetOf } from './pending/op-order.ts';
import type { NumberedEdit } from './pending/numbered-edit.ts';
import { placeInEdit } from './pending/wire-edit.ts';
import { PresenceSender } from './presence-sender.ts';
import { Restores } from './restores.ts';
import { watchRules } from './watch-rules.ts';
import { ScreenFeed } from './screen-feed.ts';
import type { SessionListener, SessionParts } from './session-parts.ts';
import { ShownView } from './shown-view.ts';
import { StatusKeeper } from './status-keeper.ts';
import { ConfirmedView } from './view/confirmed-view.ts';
import { ViewFollower } from './view/view-follower.ts';

/** One person's live board in one tab: what they see, what they did, and whether it is safe. */
export class BoardSession {
  readonly cursors = new CursorBoard();
  /** How often what this browser had was found to differ from the server's and was put right (P30). */
  readonly healed = new Observable(0);
  readonly #parts: SessionParts;
  readonly #view: ConfirmedView;
  readonly #outbox: Outbox;
  readonly #shown: ShownView;
  readonly #work: OwnWork;
  readonly #sender: EditSender;
  readonly #follower: ViewFollower;
  readonly #presence: PresenceSender;
  readonly #joiner: Joiner;
  readonly #status: StatusKeeper;
  readonly #feed: ScreenFeed;
  readonly #restores: Restores;
  #opened: Promise<void> | null = null;

  constructor(parts: SessionParts) {
    const { store, locks, timers, link, random, board, person, fetchSnapshot } = parts;
    this.#parts = parts;
    this.#view = new ConfirmedView(parts.naming);
    const onTakenOver = (): void => this.#takenOver();
    const owner = ownerOf(person, board);
    this.#outbox = new Outbox({ store, locks, timers, client: parts.newName(), owner, onTakenOver });
    this.#shown = new ShownView(this.#view, this.#outbox.pending);
    this.#work = new OwnWork({ parts, outbox: this.#outbox, view: this.#view, shown: this.#shown });
    const known = (id: string): BoardRecord | null => (this.#status.isWhole ? this.#work.known(id) : null);
    const pointer = (): MoveMessage | null => this.#presence.takeMove();
    this.#sender = new EditSender({ link, outbox: this.#outbox, timers, random, known, pointer });
    this.#presence = new PresenceSender({ timers, link });
    this.#joiner = new Joiner({ link, board, client: this.#outbox.pending.client, place: () => this.#place() });
    this.#follower = new ViewFollower({
      board,
      fetchSnapshot,
      timers,
      random,
      view: this.#view,
      onWhole: () => this.#whole(),
      onPrivate: (frame) => this.#private(frame),
      onLost: () => link.renew(),
      onHealing: () => this.healed.set(this.healed.value + 1),
      onRefused: (code) => this.#joiner.finish({ code, message: '' }),
    });
    this.#status = new StatusKeeper({ outbox: this.#outbox, sender: this.#sender, joiner: this.#joiner });
    const isWhole = (): boolean => this.#status.isWhole;
    this.#feed = new ScreenFeed({ view: this.#view, shown: this.#shown, timers, isWhole });
    this.#restores = new Restores({ outbox: this.#outbox });
    const { cursors } = this;
    const { status } = this.#status;
    watchRules({ view: this.#view, cursors, sender: this.#sender, presence: this.#presence, status });
  }

  /** Counts up whenever somebody's work came, went or was let out. */
  get stamps(): ScreenFeed['stamps'] {
    return this.#feed.stamps;
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

  /** The board's rules, once they are known. */
  get rules(): ConfirmedView['rules'] {
    return this.#view.rules;
  }

  /** How this person stands on the board, once it is known. */
  get standing(): ConfirmedView['standing'] {
    return this.#view.standing;
  }

  /** The last time that the board was set back from a backup, as far as this device had known it before. */
  get restored(): Restores['noticed'] {
    return this.#restores.noticed;
  }

  /** Pages that others deleted with this person's work on them. */
  get lost(): ConfirmedView['lost'] {
    return this.#view.lost;
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
      this.#feed.stale(this.#outbox.pending.records());
      this.#status.publish();
      this.#joiner.ready();
    });
    this.#parts.link.open(this.#linkListener());
  }

  /** Leaves. Resolves when everything unsent is in the device's store, for the next tab to send. */
  async stop(): Promise<void> {
    this.#parts.link.close();
    this.#feed.stop();
    await this.#opened;
    await this.#outbox.close();
  }

  listen(listener: SessionListener): () => void {
    return this.#feed.listen(listener);
  }

  /**
   * Takes over what the person did; the screen shows it already. Answers what the gate did not let pass: the screen
   * has to put these records back to what `records` has.
   */
  edit(ops: readonly Op[]): RefusedWork[] {
    const refused = this.#work.take(ops);
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

  /** The page may have slept: a connection that died meanwhile is replaced at once. */
  wake(): void {
    this.#parts.link.check?.();
    if (this.#joiner.isJoined) void this.#outbox.takeOver();
  }

  /** The author has looked at work that was not accepted. */
  forgetRefused(id: string): void {
    this.#outbox.forget(id);
    void this.#outbox.save();
  }

  #linkListener(): LinkListener {
    const joiner = this.#joiner;
    return {
      up: () => joiner.up(),
      down: () => this.#down(),
      turnedAway: (refusal) => joiner.turnedAway(refusal),
      joined: (message) => this.#joined(message),
      frame: (frame) => this.#frame(frame),
      private: (frame) => {
        this.cursors.applyPrivate(frame);
        this.#follower.private(frame);
      },
      refused: (message) => (isAboutEdit(message) ? this.#refused(message) : joiner.refused(message)),
      resync: (place) => {
        this.#status.broken();
        this.#restores.begun({ epoch: place.epoch, isRestored: this.#follower.resync(place) });
      },
      ended: (message) => joiner.ended(message),
    };
  }

  #joined(message: Joined): void {
    this.#view.begin(message.you);
    this.#joiner.joined(message);
    this.cursors.begin(message.cursor);
    this.#status.joined(message);
    this.#restores.begun({ ...message, isRestored: this.#follower.joined(message) });
    this.#presence.connected(true);
    this.#sender.joined(message.takenSeq);
    void this.#outbox.takeOver();
  }

  /** A tab of the same person was closed with work unsent: it is this one's to send now. */
  #takenOver(): void {
    this.#feed.stale(this.#outbox.pending.records());
    this.#feed.refreshSoon();
    this.#restores.takenOver();
    this.#status.publish();
    this.#sender.changed();
  }

  #frame(frame: Frame): void {
    this.cursors.apply(frame);
    if (!frame.patch && frame.check === undefined) return;
    this.#follower.frame(frame);
    this.#feed.refreshSoon();
  }

  #place(): JoinMessage['resume'] {
    const { place } = this.#follower;
    return place && { ...place, check: this.#view.sharedDigest() };
  }

  #whole(): void {
    this.#status.whole(() => this.#feed.refresh());
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
      this.#sender.answered(answer, (edit) => this.#settled(edit, (answer.refused ?? []).map(placed(edit))));
    }
    this.#feed.refreshSoon();
  }

  #refused(message: Refused): void {
    const { code } = message;
    this.#sender.refused(message, (edit) => {
      const all = edit.ops.map((_, place) => ({ place, code }));
      this.#settled(edit, all);
    });
    this.#feed.refreshSoon();
  }

  /** An edit is answered: its refused operations spring back, the others stand in the confirmed view now. */
  #settled(edit: NumberedEdit, refusals: readonly RefusedPlace[]): void {
    this.#feed.stale(edit.ops.map(targetOf));
    const work = this.#work.settle(edit, refusals);
    this.#status.publish();
    this.#feed.refused(work);
  }
}

/** A refusal names operations as they travelled; the person did them in other numbers. */
function placed(edit: NumberedEdit): (refusal: OpRefusal) => RefusedPlace {
  return ({ op, code, whose }) => ({ place: placeInEdit(edit, op), code, whose });
}
