import type { MoveMessage, PresenceMessage, Viewport } from '@bridgeboard/protocol';

import type { Timers } from './timers.ts';

/** At most 20 a second. */
const pauseMs = 50;
/** Who scrolls is told of twice a second: nobody has to follow every pixel of it. */
const viewportPauseMs = 500;

interface PresenceParts {
  readonly timers: Timers;
  readonly link: {
    presence(message: PresenceMessage): void;
    /** Said in place of the whole where only the place is another. */
    move(message: MoveMessage): void;
  };
}

/** Sends where this person's pointer is: the newest place only, and nothing while it rests. */
export class PresenceSender {
  readonly #parts: PresenceParts;
  #isJoined = false;
  #isShown = true;
  #newest: PresenceMessage | null = null;
  /** What this connection was told last. */
  #told: PresenceMessage | null = null;
  #isNews = false;
  #isPausing = false;
  #toldViewport: { readonly page: string; readonly edges: Viewport } | null = null;
  #isViewportPausing = false;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
  }

  /** Joined or not; a new connection is told the place anew. */
  connected(isJoined: boolean): void {
    this.#isJoined = isJoined;
    this.#beginAnew();
  }

  /** Whether pointers are told on this board at all (P31); when they are again, the server has to be told the place anew. */
  shown(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#beginAnew();
  }

  move(message: PresenceMessage): void {
    // That a drawing begins is said at once: until then the cursor would show the line that is drawn (P31).
    const becomesBusy = message.busy && this.#newest?.busy !== true;
    this.#newest = message;
    this.#isNews = true;
    if (becomesBusy) this.#send();
    else this.#sendSoon();
  }

  /** Where the pointer has moved to, for a message that goes anyway; null where there is more to say of it, or nothing. */
  takeMove(): MoveMessage | null {
    const [newest, told] = [this.#newest, this.#told];
    if (!newest || !told || !this.#isNews || !this.#maySend || !isSameButPlace(newest, told)) return null;
    if (!this.#isViewportPausing && this.#newViewport()) return null;
    this.#isNews = false;
    this.#told = newest;
    return [newest.x, newest.y];
  }

  get #maySend(): boolean {
    return this.#isJoined && this.#isShown;
  }

  #beginAnew(): void {
    this.#told = null;
    this.#toldViewport = null;
    this.#isNews = this.#newest !== null;
    this.#sendSoon();
  }

  #sendSoon(): void {
    if (this.#isPausing || !this.#isNews || !this.#maySend) return;
    this.#send();
    this.#isPausing = true;
    this.#parts.timers.after(pauseMs, () => {
      this.#isPausing = false;
      this.#sendSoon();
    });
  }

  #send(): void {
    const [newest, told] = [this.#newest, this.#told];
    if (!newest || !this.#isNews || !this.#maySend) return;
    this.#isNews = false;
    this.#told = newest;
    const viewport = this.#isViewportPausing ? null : this.#newViewport();
    if (viewport || !told || !isSameButPlace(newest, told)) this.#sendWhole(newest, viewport);
    else if (newest.x !== told.x || newest.y !== told.y) this.#parts.link.move([newest.x, newest.y]);
  }

  #sendWhole({ viewport: _, ...rest }: PresenceMessage, viewport: Viewport | null): void {
    if (!viewport) return this.#parts.link.presence(rest);
    this.#toldViewport = { page: rest.page, edges: viewport };
    this.#isViewportPausing = true;
    this.#parts.timers.after(viewportPauseMs, () => {
      this.#isViewportPausing = false;
      this.#isNews ||= this.#newViewport() !== null;
      this.#sendSoon();
    });
    return this.#parts.link.presence({ ...rest, viewport });
  }

  /** What is on the screen, where this connection was told something else, or nothing of this page. */
  #newViewport(): Viewport | null {
    const { page, viewport } = this.#newest ?? {};
    const told = this.#toldViewport;
    if (!viewport || (told?.page === page && viewport.every((edge, at) => edge === told?.edges[at]))) return null;
    return viewport;
  }
}

function isSameButPlace(a: PresenceMessage, b: PresenceMessage): boolean {
  return (
    a.page === b.page &&
    a.busy === b.busy &&
    a.selection.length === b.selection.length &&
    a.selection.every((id, at) => id === b.selection[at])
  );
}
