import type { MoveMessage, Op } from '@bridgeboard/protocol';

import type { Step, Stroke, StrokePoint } from '../workload/hand.ts';
import { drawRecord } from './draw-record.ts';
import type { EditLine } from './edit-line.ts';

type PenStep = NonNullable<Step['pen']>;

/** Points of one stroke that have not been sent. */
interface Pending {
  readonly stroke: Stroke;
  readonly isFirst: boolean;
  readonly points: StrokePoint[];
}

function hundredths({ x, y, z }: StrokePoint): [number, number, number] {
  return [Math.round(x * 100), Math.round(y * 100), Math.round(z * 100)];
}

/** Turns what a pen does into edits: a new stroke is created, then points are appended; what comes meanwhile goes next. */
export class BridgeboardPen {
  readonly #edits: EditLine;
  #pending: Pending[] = [];
  /** How many points of the stroke in hand have been sent, and the last of them. */
  #sent = 0;
  #last: StrokePoint = { x: 0, y: 0, z: 0 };

  constructor(edits: EditLine) {
    this.#edits = edits;
  }

  /** True where the pointer's move has gone with the point. */
  draw({ stroke, isFirst, point }: PenStep, move: MoveMessage): boolean {
    const open = this.#pending.at(-1);
    if (open?.stroke === stroke) open.points.push(point);
    else this.#pending.push({ stroke, isFirst, points: [point] });
    const isFree = this.#edits.isFree;
    this.#next(move);
    return isFree;
  }

  #next(move?: MoveMessage): void {
    if (!this.#edits.isFree || this.#pending.length === 0) return;
    const ops = this.#pending.map((pending) => this.#op(pending));
    this.#pending = [];
    const goOn = (): void => this.#next();
    // A refused edit stands among the complaints; the pen goes on with what it has.
    this.#edits.submit(ops, move).then(goOn, goOn);
  }

  #op({ stroke, isFirst, points }: Pending): Op {
    const at = isFirst ? 0 : this.#sent;
    const deltas = this.#deltas(points);
    this.#sent = at + points.length;
    if (isFirst) return { op: 'create', record: drawRecord(stroke, points) };
    return { op: 'append', id: stroke.id, at, points: deltas };
  }

  #deltas(points: readonly StrokePoint[]): number[] {
    return points.flatMap((point) => {
      const [x, y, z] = hundredths(point);
      const [lastX, lastY, lastZ] = hundredths(this.#last);
      this.#last = point;
      return [x - lastX, y - lastY, z - lastZ];
    });
  }
}
