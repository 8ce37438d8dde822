import type { Op, OpRefusal } from '@bridgeboard/protocol';
import { shape, type Dice } from '@bridgeboard/testkit';

const most = { opsInEdit: 3, records: 40 } as const;
const kinds = ['geo', 'note', 'text'] as const;

/** The record that an operation is about. */
export function recordOf(op: Op): string {
  return op.op === 'create' ? String(op.record['id']) : op.id;
}

/**
 * What one pupil draws: records are made, moved and deleted, each at most once in an edit. Where a record stands tells
 * which edit put it there: x is the number of the edit.
 */
export class Drawing {
  readonly #dice: Dice;
  readonly #name: string;
  readonly #records: string[] = [];
  #made = 0;

  constructor({ dice, name }: { dice: Dice; name: string }) {
    this.#dice = dice;
    this.#name = name;
  }

  /** Ids of what is on the board, as far as this pupil knows. */
  get records(): readonly string[] {
    return this.#records;
  }

  next(seq: number): Op[] {
    const ops: Op[] = [];
    const taken = new Set<string>();
    for (let left = 1 + this.#dice.int(most.opsInEdit); left > 0; left -= 1) {
      const op = this.#op(seq);
      if (taken.has(recordOf(op))) continue;
      taken.add(recordOf(op));
      ops.push(op);
    }
    return ops;
  }

  /** The server has answered: what was not refused is so. */
  settle(ops: readonly Op[], refused: readonly OpRefusal[]): void {
    const places = new Set(refused.map(({ op }) => op));
    ops.forEach((op, place) => {
      if (places.has(place)) return;
      if (op.op === 'create') this.#records.push(recordOf(op));
      if (op.op === 'delete') this.#records.splice(this.#records.indexOf(op.id), 1);
    });
  }

  #op(seq: number): Op {
    const known = this.#records[this.#dice.int(Math.max(1, this.#records.length))];
    const isFull = this.#records.length >= most.records;
    if (known === undefined || (!isFull && this.#dice.once(4))) return this.#create(seq);
    return this.#dice.once(8) ? { op: 'delete', id: known } : { op: 'update', id: known, set: { x: seq } };
  }

  #create(seq: number): Op {
    this.#made += 1;
    const record = shape(this.#dice.pick(kinds), `${this.#name}-${this.#made}-`, { x: seq });
    return { op: 'create', record: { ...record } };
  }
}
