import { equalJson } from '@bridgeboard/domain';
import type { BoardRecord } from '@bridgeboard/protocol';
import type { Editor, TLRecord, TLShapeId } from 'tldraw';

import { inPuttingOrder, inRemovingOrder } from './record-order.ts';
import type { RemoteGuard } from './remote-guard.ts';

/** Records that travel; cameras, selections and the like are this tab's own. */
export const boardTypes = ['document', 'page', 'shape', 'binding'] as const;
export type BoardType = (typeof boardTypes)[number];
/** The same with pictures, which come with the images that show them and are nobody's to change. */
const shownTypes = [...boardTypes, 'asset'] as const;

interface ScreenParts {
  readonly editor: Editor;
  readonly guard: RemoteGuard;
  /** So many things of this board cannot be shown here; the rest is. */
  readonly onSkipped: (count: number) => void;
}

/** The board's records in tldraw's store. What is put here comes from the server, and is nobody's own work. */
export class BoardScreen {
  readonly #parts: ScreenParts;
  readonly #unshowable = new Set<string>();

  constructor(parts: ScreenParts) {
    this.#parts = parts;
  }

  /** The record as it stands in the store, as it would travel; null where it is not there. */
  get(id: string): BoardRecord | null {
    const record = this.#parts.editor.store.get(id as TLRecord['id']);
    // JSON is what travels: fields that are undefined do not.
    return record ? (JSON.parse(JSON.stringify(record)) as BoardRecord) : null;
  }

  has(id: string): boolean {
    return this.#parts.editor.store.has(id as TLRecord['id']);
  }

  /** Ids of everything on the screen that travels. */
  ids(): string[] {
    const isOfBoard = ({ typeName }: TLRecord): boolean => shownTypes.some((type) => type === typeName);
    return this.#parts.editor.store.allRecords().flatMap((record) => (isOfBoard(record) ? [record.id] : []));
  }

  /** Whether the store has exactly this, or cannot have it at all. */
  isShown(record: BoardRecord): boolean {
    if (this.#unshowable.has(record.id)) return true;
    const shown = this.get(record.id);
    return shown !== null && equalJson(shown, record);
  }

  /** Puts and removes as one change. Answers the bindings that have to wait for their ends. */
  apply(put: readonly BoardRecord[], removed: readonly string[]): string[] {
    const { editor, guard } = this.#parts;
    const skippedBefore = this.#unshowable.size;
    const waiting: string[] = [];
    const merge = (): void => {
      for (const id of removed) this.#unshowable.delete(id);
      editor.store.remove(inRemovingOrder(removed) as TLRecord['id'][]);
      for (const record of inPuttingOrder(put)) {
        if (this.#hasEnds(record)) this.#put(record);
        else waiting.push(record.id);
      }
    };
    guard.during(() =>
      editor.run(() => editor.store.mergeRemoteChanges(merge), { history: 'ignore', ignoreShapeLock: true }),
    );
    if (this.#unshowable.size !== skippedBefore) this.#parts.onSkipped(this.#unshowable.size);
    return waiting;
  }

  /** A binding without both ends would make tldraw stumble. */
  #hasEnds(record: BoardRecord): boolean {
    return record.typeName !== 'binding' || [record['fromId'], record['toId']].every((id) => this.has(String(id)));
  }

  /** One by one, so that one bad old record does not keep the others away (SEC-18). */
  #put(record: BoardRecord): void {
    const { store } = this.#parts.editor;
    try {
      store.put([record as unknown as TLRecord]);
      this.#measure(record);
      this.#unshowable.delete(record.id);
    } catch {
      this.#unshowable.add(record.id);
      if (this.has(record.id)) store.remove([record.id as TLRecord['id']]);
    }
  }

  /** What the store takes may still throw when it is drawn, and that would take the whole canvas away. */
  #measure(record: BoardRecord): void {
    const { editor } = this.#parts;
    const id = record.typeName === 'binding' ? record['fromId'] : record.id;
    if (record.typeName === 'shape' || record.typeName === 'binding') editor.getShapePageBounds(id as TLShapeId);
  }
}
