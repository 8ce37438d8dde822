/**
 * Whether the changes being made right now come from the server. tldraw repairs boards by itself, also after other
 * people's changes, and calls the repairs the user's own; whoever asks this knows better (P35).
 */
export class RemoteGuard {
  #depth = 0;

  get isRemote(): boolean {
    return this.#depth > 0;
  }

  /** Runs something that the server caused, with everything that follows from it. */
  during(run: () => void): void {
    this.#depth += 1;
    try {
      run();
    } finally {
      this.#depth -= 1;
    }
  }
}
