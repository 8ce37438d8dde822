/** How long a guest who asks for nothing more counts as looking on, in ms. */
const staysMs = 8_000;

/** Guests who look on at a board. They are no members: they leave nothing behind but that they were told of while they were here. */
export class RoomGuests {
  readonly #now: () => number;
  readonly #seen = new Map<string, { name: string; at: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A guest has just looked. */
  see(id: string, name: string): void {
    this.#seen.set(id, { name, at: this.#now() });
  }

  /** A guest's link was turned off. */
  leave(id: string): void {
    this.#seen.delete(id);
  }

  has(id: string): boolean {
    return this.#now() - (this.#seen.get(id)?.at ?? -Infinity) < staysMs;
  }

  /** Who is here, by name. */
  names(): string[] {
    for (const id of this.#seen.keys()) if (!this.has(id)) this.#seen.delete(id);
    return [...this.#seen.values()].map(({ name }) => name).toSorted();
  }
}
