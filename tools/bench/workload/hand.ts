import { randomName, seededRandom } from './random.ts';

/** A point of a stroke as tldraw's pen makes it: relative to the shape, two decimals, `z` 0.5 for a mouse or a finger. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A stroke that is being drawn. */
export interface Stroke {
  /** As a record id of tldraw: `shape:` and 21 letters. */
  readonly id: string;
  /** Its order key, unlike that of every other stroke. */
  readonly index: string;
  readonly x: number;
  readonly y: number;
}

/** What one person's hand did in one step: the pointer is at (x, y); a drawer's pen added a point. */
export interface Step {
  readonly x: number;
  readonly y: number;
  readonly pen: { readonly stroke: Stroke; readonly isFirst: boolean; readonly point: StrokePoint } | null;
}

/** How a drawer draws; absent for somebody who only moves the pointer. */
interface Pace {
  readonly stepsPerStroke: number;
  /** Steps without the pen down between two strokes. */
  readonly pauseSteps: number;
  /** Steps before the first stroke. */
  readonly firstPauseSteps: number;
}

const board = { width: 1_600, height: 900 } as const;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function toHundredth(value: number): number {
  // Without a negative zero, which no pen makes.
  return Math.round(value * 100) / 100 + 0;
}

/** A hand that wanders over the board as a hand does, in curves; the same person moves alike in every run. */
export class Hand {
  readonly #random: () => number;
  readonly #person: number;
  readonly #pace: Pace | null;
  #x: number;
  #y: number;
  #heading: number;
  #turn = 0;
  #speed = 12;
  #strokes = 0;
  #stepsLeft = 0;
  #pauseLeft: number;
  #stroke: Stroke | null = null;

  constructor(person: number, pace: Pace | null) {
    this.#random = seededRandom(person * 7_919 + 17);
    this.#person = person;
    this.#pace = pace;
    this.#pauseLeft = pace?.firstPauseSteps ?? 0;
    this.#x = this.#random() * board.width;
    this.#y = this.#random() * board.height;
    this.#heading = this.#random() * 2 * Math.PI;
  }

  step(): Step {
    this.#wander();
    const pen = this.#pace ? this.#draw(this.#pace) : null;
    return { x: Math.round(this.#x), y: Math.round(this.#y), pen };
  }

  #wander(): void {
    const random = this.#random;
    this.#turn = 0.8 * this.#turn + 0.3 * (random() - 0.5);
    this.#heading += this.#turn;
    this.#speed = 0.8 * this.#speed + 0.2 * (4 + 16 * random());
    this.#x += Math.cos(this.#heading) * this.#speed;
    this.#y += Math.sin(this.#heading) * this.#speed;
    const isOutside = this.#x < 0 || this.#y < 0 || this.#x > board.width || this.#y > board.height;
    if (isOutside) this.#heading = Math.atan2(board.height / 2 - this.#y, board.width / 2 - this.#x);
  }

  #draw(pace: Pace): Step['pen'] {
    if (this.#pauseLeft > 0) {
      this.#pauseLeft -= 1;
      return null;
    }
    const isFirst = this.#stepsLeft === 0;
    if (isFirst) {
      this.#stroke = this.#newStroke();
      this.#stepsLeft = pace.stepsPerStroke;
    }
    this.#stepsLeft -= 1;
    if (this.#stepsLeft === 0) this.#pauseLeft = pace.pauseSteps;
    const stroke = this.#stroke ?? this.#newStroke();
    const point = { x: toHundredth(this.#x - stroke.x), y: toHundredth(this.#y - stroke.y), z: 0.5 };
    return { stroke, isFirst, point };
  }

  #newStroke(): Stroke {
    this.#strokes += 1;
    const [x, y] = [toHundredth(this.#x), toHundredth(this.#y)];
    return { id: `shape:${randomName(this.#random, 21)}`, index: this.#orderKey(), x, y };
  }

  /** Sorts by the number of the stroke, then by the person; a key of this format never ends in 0. */
  #orderKey(): string {
    const two = (value: number): string => digits.charAt(Math.floor(value / 62) % 62) + digits.charAt(value % 62);
    return `b${two(this.#strokes)}${two(this.#person)}V`;
  }
}
