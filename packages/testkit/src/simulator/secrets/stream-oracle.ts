import { withoutServerNames } from '../canary.ts';
import type { Tab } from '../client/tab.ts';
import type { Acted, Oracle } from '../oracles/oracle.ts';
import type { Said } from '../server/server-process.ts';

/** One message to one tab, as it left the server. */
export interface Line {
  readonly text: string;
  /** When it left, in ms. */
  readonly at: number;
  /** What the history was doing when it left. */
  readonly place: string;
}

interface Parts {
  readonly now: () => number;
  readonly place: () => string;
}

/**
 * Takes down every byte that each tab is sent, with the moment it leaves. Names that the server makes up are random in the
 * product: here they are numbered by the order in which a tab meets them, so that only their order counts.
 */
export class StreamOracle implements Oracle {
  readonly streams = new Map<string, Line[]>();
  readonly #parts: Parts;
  readonly #names = new Map<string, Map<string, string>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  said({ to, text }: Said): void {
    for (const { connection } of to) this.#note(connection.name, text);
  }

  snapshot(tab: Tab, text: string): void {
    this.#note(tab.name, text);
  }

  acted(tab: Tab, { text }: Acted): void {
    this.#note(tab.name, text);
  }

  #note(name: string, text: string): void {
    const names = this.#names.get(name) ?? new Map<string, string>();
    this.#names.set(name, names);
    const lines = this.streams.get(name) ?? [];
    this.streams.set(name, lines);
    const plain = withoutServerNames(text, names).replaceAll(/"check":"([a-z0-9]+)"/g, (_, check: string) => {
      // A digest speaks of made-up names too: what counts is when it is another one.
      const known = names.get(check) ?? `check ${names.size}`;
      names.set(check, known);
      return `"check":"${known}"`;
    });
    const at = this.#parts.now();
    lines.push({ at, text: `${at} ${plain}`, place: this.#parts.place() });
  }
}
