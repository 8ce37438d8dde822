import type { RawClient } from '@bridgeboard/testkit';

interface Heard {
  readonly at: number;
  readonly text: string;
  readonly by: RawClient;
}

/** When clients were told something, from now until it is read. */
export class Watch {
  readonly #heard: Heard[] = [];
  readonly #off: (() => void)[] = [];

  constructor(clients: readonly RawClient[], isHeard: (text: string) => boolean) {
    for (const client of clients) {
      const listen = (...message: unknown[]): void => {
        const text = JSON.stringify(message);
        if (isHeard(text)) this.#heard.push({ at: performance.now(), text, by: client });
      };
      client.socket.onAny(listen);
      this.#off.push(() => client.socket.offAny(listen));
    }
  }

  /** Whether all of so many clients have heard it. */
  hasReached(count: number): boolean {
    return new Set(this.#heard.map(({ by }) => by)).size >= count;
  }

  /** How long after this moment it was heard last, in ms; 0 for never. */
  lastAfter(moment: number, isLeak: (text: string) => boolean = () => true): number {
    this.stop();
    return Math.max(0, ...this.#heard.filter(({ text }) => isLeak(text)).map(({ at }) => at - moment));
  }

  /** How long after this moment each client heard it first, in ms. */
  firstAfter(moment: number): number[] {
    this.stop();
    const first = new Map<RawClient, number>();
    for (const { at, by } of this.#heard) if (at >= moment && !first.has(by)) first.set(by, at - moment);
    return [...first.values()];
  }

  /** Listens no more. */
  stop(): void {
    for (const off of this.#off.splice(0)) off();
  }
}
