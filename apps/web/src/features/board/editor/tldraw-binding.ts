import { diffRecords } from '@bridgeboard/domain';
import { isRemarkId, type BoardRecord, type Op } from '@bridgeboard/protocol';
import type { BoardSession, RefusedWork, ShownChange } from '@bridgeboard/sync-client';
import type { Editor, TLRecord } from 'tldraw';

import { boardTypes, BoardScreen } from './board-screen.ts';
import type { BoardType } from './board-screen.ts';
import type { EditRights } from './edit-rights.ts';
import { hasOwnHistory, rebaseOwnHistory } from './own-history.ts';
import { inPuttingOrder, inTellingOrder } from './record-order.ts';
import type { RemoteGuard } from './remote-guard.ts';
import { steadyStroke } from './steady-stroke.ts';

/** What an answered edit brought has reached the screen by then. */
const afterAnswerMs = 100;
/** A weak machine puts so many new records on the screen without a stall; more come one lot after the other. */
const lotSize = 120;

interface BindingParts {
  readonly editor: Editor;
  readonly session: BoardSession;
  readonly guard: RemoteGuard;
  readonly rights: EditRights;
  /** The gate, or the rights, did not let these pass; they have been put back. */
  readonly onRefused: (work: readonly RefusedWork[]) => void;
  /** So many things of this board cannot be shown here; the rest is. */
  readonly onSkipped: (count: number) => void;
  /** Everything that the board has is on the screen. */
  readonly onFilled: () => void;
}

/**
 * Ties tldraw's store to a board's session: what the person does becomes operations at once, what the session says becomes
 * changes of the store that are nobody's own work here. Whatever tldraw makes of those by itself is put back (P35).
 */
export class TldrawBinding {
  readonly #parts: BindingParts;
  readonly #screen: BoardScreen;
  readonly #touched = new Set<string>();
  /** Records that differ from the session's on purpose until the server has answered. */
  readonly #adrift = new Set<string>();
  /** Records that the screen has not had yet, in the order in which they come. */
  readonly #coming = new Set<string>();
  #isTidying = false;
  #isFilled = false;

  constructor(parts: BindingParts) {
    this.#parts = parts;
    this.#screen = new BoardScreen(parts);
  }

  /** Begins with what the session has; the answer ends it. */
  start(): () => void {
    const { session, editor } = this.#parts;
    const ends = [
      ...this.#listenToStore(),
      session.listen({ changed: (change) => this.#take(change), refused: () => undefined }),
      session.status.subscribe(({ save }) => {
        if (save.name === 'saved' || save.name === 'notAccepted')
          editor.timers.setTimeout(() => this.#tidy(), afterAnswerMs);
      }),
    ];
    const gone = this.#screen.ids().filter((id) => !session.records.has(id));
    const pieces = [...session.records.values()].filter(({ id }) => !isRemarkId(id));
    const missing = pieces.filter((record) => !this.#screen.isShown(record));
    this.#bring({ put: missing, removed: gone });
    return () => ends.forEach((end) => end());
  }

  #listenToStore(): (() => void)[] {
    const { sideEffects } = this.#parts.editor;
    const watch = <T extends BoardType>(type: T): (() => void)[] => [
      sideEffects.registerBeforeCreateHandler(type, withoutMeta),
      sideEffects.registerBeforeChangeHandler(type, (_before, after) => withoutMeta(after)),
      sideEffects.registerAfterCreateHandler(type, ({ id }) => this.#touch(id)),
      sideEffects.registerAfterChangeHandler(type, ({ id }) => this.#touch(id)),
      sideEffects.registerAfterDeleteHandler(type, ({ id }) => this.#touch(id)),
    ];
    return [
      ...boardTypes.flatMap((type) => watch(type)),
      sideEffects.registerOperationCompleteHandler(() => {
        if (!this.#parts.guard.isRemote) this.#hand();
      }),
    ];
  }

  #touch(id: string): void {
    if (this.#parts.guard.isRemote) this.#adrift.add(id);
    else this.#touched.add(id);
  }

  /** Hands the person's own changes to the session. */
  #hand(): void {
    if (this.#touched.size === 0) return;
    const ids = [...this.#touched];
    this.#touched.clear();
    const ops: Op[] = [];
    for (const id of ids) {
      const op = this.#opOf(id);
      if (op === 'not theirs') this.#adrift.add(id);
      else if (op) ops.push(op);
    }
    // A deletion takes ends of others' arrows along, and so does the server; until it says how, the screen is right.
    if (this.#adrift.size > 0 && !ops.some((op) => op.op === 'delete')) this.#tidySoon();
    if (ops.length === 0) return;
    const refused = this.#parts.session.edit(inTellingOrder(ops));
    if (refused.length === 0) return;
    for (const { op } of refused) this.#adrift.add(op.op === 'create' ? String(op.record['id']) : op.id);
    this.#tidySoon();
    this.#parts.onRefused(refused);
  }

  #opOf(id: string): Op | 'not theirs' | null {
    const { session, rights } = this.#parts;
    const before = session.records.get(id);
    const after = steadyStroke(this.#screen.get(id));
    const known = before ?? after;
    if (!known) return null;
    if (!(after ? rights.mayEdit(known) : rights.mayDelete(known))) return 'not theirs';
    if (!after) return { op: 'delete', id };
    if (!before) return { op: 'create', record: after };
    const { set } = diffRecords(before, after);
    return Object.keys(set).length > 0 ? { op: 'update', id, set } : null;
  }

  /** Brings what the session says onto the screen. Remarks stand beside the canvas, and tldraw knows nothing of them. */
  #take({ put, removed }: ShownChange): void {
    this.#bring({ put: put.filter(({ id }) => !isRemarkId(id)), removed: removed.filter((id) => !isRemarkId(id)) });
    this.#tidy();
  }

  /** What is there already changes at once, as one step; of many new things the screen gets a lot at a time. */
  #bring({ put, removed }: ShownChange): void {
    const known = put.filter(({ id }) => this.#screen.has(id) && !this.#coming.has(id));
    const fresh = put.filter(({ id }) => !this.#screen.has(id));
    for (const id of removed) this.#coming.delete(id);
    this.#show(known, removed);
    for (const { id } of inPuttingOrder(fresh)) this.#coming.add(id);
    this.#showLot();
  }

  #showLot(): void {
    const { session, editor } = this.#parts;
    const lot = [...this.#coming].slice(0, lotSize);
    for (const id of lot) this.#coming.delete(id);
    this.#show(
      lot.flatMap((id) => session.records.get(id) ?? []),
      [],
    );
    if (this.#coming.size > 0) editor.timers.setTimeout(() => this.#showLot(), 0);
    else this.#filled();
  }

  #filled(): void {
    if (this.#isFilled) return;
    this.#isFilled = true;
    this.#parts.onFilled();
  }

  #show(put: readonly BoardRecord[], removed: readonly string[]): void {
    if (put.length + removed.length === 0) return;
    if (!hasOwnHistory(this.#parts.editor)) return this.#apply(put, removed);
    const changes = [...put.map((record) => record.id), ...removed].map((id) => ({ id, before: this.#screen.get(id) }));
    this.#apply(put, removed);
    const others = changes.map(({ id, before }) => ({ id, before, after: this.#screen.get(id) }));
    rebaseOwnHistory(this.#parts.editor, others);
  }

  #apply(put: readonly BoardRecord[], removed: readonly string[]): void {
    for (const id of this.#screen.apply(put, removed)) this.#adrift.add(id);
  }

  /** Not in the middle of tldraw's own work, which the store does not allow. */
  #tidySoon(): void {
    if (this.#isTidying || this.#adrift.size === 0) return;
    this.#isTidying = true;
    queueMicrotask(() => {
      this.#isTidying = false;
      this.#tidy();
    });
  }

  #tidy(): void {
    const ids = [...this.#adrift];
    this.#adrift.clear();
    this.#putBack(ids);
  }

  /** Makes these records on the screen what the session has. */
  #putBack(ids: readonly string[]): void {
    const { records } = this.#parts.session;
    const put: BoardRecord[] = [];
    const removed: string[] = [];
    for (const id of ids) {
      const wanted = records.get(id);
      if (wanted && !this.#screen.isShown(wanted)) put.push(wanted);
      if (!wanted && this.#screen.has(id)) removed.push(id);
    }
    if (put.length + removed.length > 0) this.#apply(put, removed);
  }
}

/** P21: nothing may be written beside a record. */
function withoutMeta<R extends TLRecord>(record: R): R {
  return 'meta' in record && Object.keys(record.meta).length > 0 ? { ...record, meta: {} } : record;
}
