import { applyFields, dropFields, type PrivatePatch } from '@bridgeboard/domain';
import type { BoardRecord, Patch, ViewItem } from '@bridgeboard/protocol';

/** A view as a browser keeps it: nothing but what patches said. */
export class ViewModel {
  readonly #items = new Map<string, ViewItem>();
  readonly #hidden = new Set<string>();

  apply(patch: Patch): void {
    for (const item of patch.put ?? []) this.#items.set(item.record.id, structuredClone(item));
    for (const line of patch.set ?? []) {
      const known = this.#items.get(line.id);
      if (!known) throw new Error(`a patch changes ${line.id}, which this view never had`);
      const record = dropFields(applyFields(known.record, structuredClone(line.fields ?? {})), line.unset ?? []);
      this.#items.set(line.id, { record, stamp: line.stamp ?? known.stamp });
    }
    for (const id of patch.remove ?? []) this.#items.delete(id);
  }

  applyPrivate(patch: PrivatePatch): void {
    const { remove, ...rest } = patch.own;
    for (const id of [...(remove ?? []), ...(patch.own.put ?? []).map((item) => item.record.id)])
      this.#hidden.delete(id);
    for (const id of remove ?? []) this.#items.delete(id);
    this.apply(rest);
    for (const id of patch.hide) {
      this.#hidden.add(id);
      this.#items.delete(id);
    }
  }

  items(): ReadonlyMap<string, ViewItem> {
    return this.#items;
  }

  records(): Map<string, BoardRecord> {
    return new Map([...this.#items].map(([id, item]) => [id, item.record]));
  }

  /** The records of a shared view with these laid over them. */
  over(shared: ReadonlyMap<string, BoardRecord>): Map<string, BoardRecord> {
    const seen = new Map([...shared, ...this.records()]);
    for (const id of this.#hidden) seen.delete(id);
    return seen;
  }
}
