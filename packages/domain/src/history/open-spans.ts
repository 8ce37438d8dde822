/** How long something lasted: until null where it still does. */
interface Lasting {
  readonly from: number;
  readonly until: number | null;
}

/** Things that begin and end, each known by a group and a key within it; in the order in which they began. */
export class OpenSpans<What> {
  readonly #spans: (What & Lasting)[] = [];
  /** Where in the list those stand that have not ended, by group and key. */
  readonly #open = new Map<string, Map<string, number>>();

  /** Begins now, unless it lasts already. */
  begin(group: string, key: string, begun: { readonly what: What; readonly at: number }): void {
    const open = this.#open.get(group) ?? new Map<string, number>();
    this.#open.set(group, open);
    if (open.has(key)) return;
    open.set(key, this.#spans.push({ ...begun.what, from: begun.at, until: null }) - 1);
  }

  end(group: string, key: string, at: number): void {
    const open = this.#open.get(group);
    const place = open?.get(key);
    const one = place === undefined ? undefined : this.#spans[place];
    if (place !== undefined && one) this.#spans[place] = { ...one, until: at };
    open?.delete(key);
  }

  /** Keys of a group that last. */
  keysOf(group: string): string[] {
    return [...(this.#open.get(group)?.keys() ?? [])];
  }

  groups(): string[] {
    return [...this.#open.keys()];
  }

  all(): (What & Lasting)[] {
    return [...this.#spans];
  }
}
