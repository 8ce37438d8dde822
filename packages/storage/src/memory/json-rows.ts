import { compare } from '../order.ts';
import { fromJson, toJson, type Schema } from '../stored-json.ts';

/** Things of one kind by id, kept as text: whoever changes what was put or got changes nothing here. */
export class JsonRows<T extends { readonly id: string }> {
  readonly #rows = new Map<string, string>();
  readonly #name: string;
  readonly #schema: Schema<T>;

  constructor({ name, schema }: { name: string; schema: Schema<T> }) {
    this.#name = name;
    this.#schema = schema;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  put(value: T): void {
    this.#rows.set(value.id, toJson(this.#schema, value));
  }

  remove(id: string): void {
    this.#rows.delete(id);
  }

  get(id: string): T | null {
    const text = this.#rows.get(id);
    return text === undefined ? null : fromJson(this.#schema, text, `${this.#name} ${id}`);
  }

  /** Those that `wanted` holds for, in order of id. */
  list(wanted: (value: T) => boolean): T[] {
    const all = [...this.#rows].map(([id, text]) => fromJson(this.#schema, text, `${this.#name} ${id}`));
    return all.filter(wanted).sort((a, b) => compare(a.id, b.id));
  }
}
