import { applyFields, dropFields, grownBy, type PrivatePatch } from '@bridgeboard/domain';
import {
  unpackFields,
  unpackRecord,
  withStamp,
  type BoardRecord,
  type Patch,
  type ViewItem,
} from '@bridgeboard/protocol';

/** A view as a browser keeps it: nothing but what patches said. */
export class ViewModel {
  readonly #items = new Map<string, ViewItem>();
  readonly #hidden = new Set<string>();
  readonly #pens = new Map<number, string>();

  apply(patch: Patch): void {
    for (const { record, stamp } of structuredClone(patch.put ?? [])) {
      this.#items.set(record.id, { record: unpackRecord(record), stamp });
    }
    for (const line of patch.set ?? []) this.#set(line);
    this.learnPens(patch.pens);
    for (const [pen, ...line] of patch.grow ?? [])
      this.#grow(typeof pen === 'number' ? this.#pens.get(pen) : pen, line);
    for (const id of patch.remove ?? []) this.#items.delete(id);
  }

  learnPens(pens: Patch['pens']): void {
    for (const [pen, id] of pens ?? []) this.#pens.set(pen, id);
  }

  #grow(id: string | undefined, line: readonly number[]): void {
    const known = id === undefined ? undefined : this.#items.get(id);
    const props = known?.record['props'];
    if (!known || typeof props !== 'object' || props === null || Array.isArray(props)) {
      throw new Error(`a patch grows ${id ?? 'a stroke without a name'}, which this view never had`);
    }
    const segments = grownBy(props['segments'], line);
    this.#items.set(known.record.id, { ...known, record: { ...known.record, props: { ...props, segments } } });
  }

  #set(line: NonNullable<Patch['set']>[number]): void {
    const known = this.#items.get(line.id);
    if (!known) throw new Error(`a patch changes ${line.id}, which this view never had`);
    const fields = unpackFields(structuredClone(line.fields ?? {}));
    const record = dropFields(applyFields(known.record, fields), line.unset ?? []);
    this.#items.set(line.id, { record, stamp: withStamp(known.stamp, line.stamp) });
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
