/** So many are kept: a few boards with guests, each with a page or two. */
const most = 6;

/** Drawings by what they show, so that a board which stands still is drawn once, however often it is looked at. */
export class NewestDrawings {
  readonly #drawn = new Map<string, Promise<string>>();

  /** The drawing with this key, made now if there is none; one that could not be made is tried again by whoever asks next. */
  get(key: string, draw: () => Promise<string>): Promise<string> {
    const drawn = this.#drawn.get(key) ?? draw();
    // The one that was asked for last goes last.
    this.#drawn.delete(key);
    this.#drawn.set(key, drawn);
    for (const [oldest] of this.#drawn) if (this.#drawn.size > most) this.#drawn.delete(oldest);
    drawn.catch(() => this.#drawn.delete(key));
    return drawn;
  }
}
