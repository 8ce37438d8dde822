import type { OnPoints } from '../clients/load-client.ts';
import { preciseNow } from './job.ts';
import type { LoadReport, StrokeTimes } from './job.ts';

/** Remembers when each point was drawn, and when each probe had it. */
export class Recorder {
  readonly #drawn = new Map<string, { person: number; times: number[] }>();
  readonly #received: { person: number; strokes: Map<string, number[]> }[] = [];
  readonly #approved = new Map<string, number>();

  draw(person: number, stroke: string): void {
    const known = this.#drawn.get(stroke);
    if (known) known.times.push(preciseNow());
    else this.#drawn.set(stroke, { person, times: [preciseNow()] });
  }

  approve(stroke: string): void {
    if (!this.#approved.has(stroke)) this.#approved.set(stroke, preciseNow());
  }

  /** A new probe; what it answers is to be told what the probe has. */
  probe(person: number): OnPoints {
    const strokes = new Map<string, number[]>();
    this.#received.push({ person, strokes });
    return (stroke, count) => {
      const times = strokes.get(stroke) ?? [];
      strokes.set(stroke, times);
      const now = preciseNow();
      while (times.length < count) times.push(now);
    };
  }

  report(): Pick<LoadReport, 'drawn' | 'received' | 'approved'> {
    const drawn: StrokeTimes[] = [...this.#drawn].map(([stroke, about]) => ({ stroke, ...about }));
    const received = this.#received.flatMap(({ person, strokes }) =>
      [...strokes].map(([stroke, times]): StrokeTimes => ({ stroke, person, times })),
    );
    return { drawn, received, approved: [...this.#approved] };
  }
}
