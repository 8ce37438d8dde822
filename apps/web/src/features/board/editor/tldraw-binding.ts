import { diffRecords, equalJson } from '@bridgeboard/domain';
import type { BoardRecord, Op } from '@bridgeboard/protocol';
import type { BoardSession, RefusedWork, ShownChange } from '@bridgeboard/sync-client';
import type { Editor, TLRecord } from 'tldraw';

import type { EditRights } from './edit-rights.ts';
import { rebaseOwnHistory } from './own-history.ts';
import { inPuttingOrder, inRemovingOrder, inTellingOrder } from './record-order.ts';
import type { RemoteGuard } from './remote-guard.ts';

/** Records that travel; cameras, selections and the like are this tab's own. */
const boardTypes = ['document', 'page', 'shape', 'binding'] as const;
type BoardType = (typeof boardTypes)[number];

/** What an answered edit brought has reached the screen by then. */
const afterAnswerMs = 100;

interface BindingParts {
  readonly editor: Editor;
  readonly session: BoardSession;
  readonly guard: RemoteGuard;
  readonly rights: EditRights;
  /** The gate, or the rights, did not let these pass; they have been put back. */
  readonly onRefused: (work: readonly RefusedWork[]) => void;
  /** Something of this board cannot be shown here; the rest is. */
  readonly onSkipped: () => void;
}

/**
 * Ties tldraw's store to a board's session: what the person does becomes operations at once, what the session says becomes
 * changes of the store that are nobody's own work here. Whatever tldraw makes of those by itself is put back (P35).
 */
export class TldrawBinding {
  readonly #parts: BindingParts;
  readonly #touched = new Set<string>();
  /** Records that differ from the session's on purpose until the server has answered. */
  readonly #adrift = new Set<string>();
  readonly #unshowable = new Set<string>();
  #isTidying = false;

  constructor(parts: BindingParts) {
    this.#parts = parts;
  }

  /** Begins with what the session has; the answer ends it. */
  start(): () => void {
    const { session, editor } = this.#parts;
    this.#putBack([...session.records.keys(), ...boardIds(editor)]);
    const ends = [
      ...this.#listenToStore(),
      session.listen({ changed: (change) => this.#take(change), refused: () => undefined, restored: () => undefined }),
      session.status.subscribe(({ save }) => {
        if (save.name === 'saved' || save.name === 'notAccepted')
          editor.timers.setTimeout(() => this.#tidy(), afterAnswerMs);
      }),
    ];
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
    const after = this.#get(id);
    const known = before ?? after;
    if (!known) return null;
    if (before && !rights.mayEdit(before)) return 'not theirs';
    if (!before && !rights.mayEdit(known)) return 'not theirs';
    if (!after) return { op: 'delete', id };
    if (!before) return { op: 'create', record: after };
    const { set } = diffRecords(before, after);
    return Object.keys(set).length > 0 ? { op: 'update', id, set } : null;
  }

  /** Brings what the session says onto the screen. */
  #take({ put, removed }: ShownChange): void {
    const changes = [...put.map((record) => record.id), ...removed].map((id) => ({ id, before: this.#get(id) }));
    this.#applyRemote(put, removed);
    const others = changes.map(({ id, before }) => ({ id, before, after: this.#get(id) }));
    rebaseOwnHistory(this.#parts.editor, others);
    this.#tidy();
  }

  #applyRemote(put: readonly BoardRecord[], removed: readonly string[]): void {
    const { editor, guard } = this.#parts;
    const merge = (): void => {
      editor.store.remove(inRemovingOrder(removed) as TLRecord['id'][]);
      for (const record of inPuttingOrder(put)) this.#putOne(record);
    };
    guard.during(() =>
      editor.run(() => editor.store.mergeRemoteChanges(merge), { history: 'ignore', ignoreShapeLock: true }),
    );
  }

  /** One by one, so that one bad old record does not keep the others away. */
  #putOne(record: BoardRecord): void {
    const { store } = this.#parts.editor;
    const ends = [record['fromId'], record['toId']] as TLRecord['id'][];
    // A binding without both ends would make tldraw stumble; it waits until they are here.
    if (record.typeName === 'binding' && !ends.every((id) => store.has(id))) return void this.#adrift.add(record.id);
    try {
      store.put([record as unknown as TLRecord]);
      this.#unshowable.delete(record.id);
    } catch {
      if (!this.#unshowable.has(record.id)) this.#parts.onSkipped();
      this.#unshowable.add(record.id);
    }
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
    for (const id of new Set(ids)) {
      const wanted = records.get(id);
      const shown = this.#get(id);
      if (wanted && !(shown && equalJson(shown, wanted))) put.push(wanted);
      if (!wanted && shown) removed.push(id);
    }
    if (put.length + removed.length > 0) this.#applyRemote(put, removed);
  }

  #get(id: string): BoardRecord | null {
    const record = this.#parts.editor.store.get(id as TLRecord['id']);
    // JSON is what travels: fields that are undefined do not.
    return record ? (JSON.parse(JSON.stringify(record)) as BoardRecord) : null;
  }
}

function boardIds(editor: Editor): string[] {
  const isOfBoard = ({ typeName }: TLRecord): boolean => boardTypes.some((type) => type === typeName);
  return editor.store.allRecords().flatMap((record) => (isOfBoard(record) ? [record.id] : []));
}

/** P21: nothing may be written beside a record. */
function withoutMeta<R extends TLRecord>(record: R): R {
  return 'meta' in record && Object.keys(record.meta).length > 0 ? { ...record, meta: {} } : record;
}
