import type { Socket } from 'node:net';

/** How a stretch of network is. */
export interface Weather {
  /** What does not get through for now: nothing, what comes back, or anything. It waits, as TCP has it wait, and comes later. */
  readonly holds: 'nothing' | 'answers' | 'everything';
  /** How long what gets through is under way, in ms. */
  readonly delayMs: number;
}

export const fairWeather: Weather = { holds: 'nothing', delayMs: 0 };

interface Piece {
  readonly data: Buffer | 'end';
  readonly sentAt: number;
}

/** One direction of one connection: carries bytes and the end of them in their order, when the weather lets it. */
export class Lane {
  readonly #to: Socket;
  readonly #isAnswers: boolean;
  #weather: Weather;
  #queue: Piece[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(about: { from: Socket; to: Socket; isAnswers: boolean; weather: Weather }) {
    this.#to = about.to;
    this.#isAnswers = about.isAnswers;
    this.#weather = about.weather;
    about.from.on('data', (data: Buffer) => this.#take(data));
    about.from.on('error', () => about.from.destroy());
    about.from.on('close', () => this.#take('end'));
  }

  set weather(weather: Weather) {
    this.#weather = weather;
    this.#carry();
  }

  #take(data: Piece['data']): void {
    this.#queue.push({ data, sentAt: performance.now() });
    this.#carry();
  }

  get #isHeld(): boolean {
    const { holds } = this.#weather;
    return holds === 'everything' || (holds === 'answers' && this.#isAnswers);
  }

  #carry(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (;;) {
      const [next] = this.#queue;
      if (!next || this.#isHeld) return;
      const waitMs = next.sentAt + this.#weather.delayMs - performance.now();
      if (waitMs > 0) {
        this.#timer = setTimeout(() => this.#carry(), waitMs);
        return;
      }
      this.#queue.shift();
      if (next.data === 'end') this.#to.destroy();
      else if (!this.#to.destroyed) this.#to.write(next.data);
    }
  }
}
