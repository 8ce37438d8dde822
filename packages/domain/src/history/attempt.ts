import type { BoardState } from '../board/board-state.ts';
import type { Actor, EntryDraft } from '../journal/entry-draft.ts';
import { basePart } from './parts.ts';
import type { Wish } from './wish.ts';

/** What of the wishes is left as it is, because somebody's later work or the board itself stands in the way. */
export class Left {
  readonly #keys = new Set<string>();

  /** The whole record. */
  record(id: string): boolean {
    return this.#add(id);
  }

  /** Where one part of a record stands. */
  place(id: string, part: string): boolean {
    return this.#add(`${id} place ${part}`);
  }

  /** One end of an arrow in one of its parts, in base for all of them, because the binding that held it does not come back. */
  end(at: { arrow: string; field: string; part: string }): boolean {
    return this.#add(`${at.arrow} end ${at.field} ${at.part}`);
  }

  /** A layer's move to where nothing can stand any more. */
  move(id: string, part: string): boolean {
    return this.#add(`${id} move ${part}`);
  }

  hasRecord(id: string): boolean {
    return this.#keys.has(id);
  }

  hasPlace(id: string, part: string): boolean {
    return this.#keys.has(`${id} place ${part}`);
  }

  hasEnd({ arrow, field, part }: { arrow: string; field: string; part: string }): boolean {
    return [part, basePart].some((one) => this.#keys.has(`${arrow} end ${field} ${one}`));
  }

  hasMove(id: string, part: string): boolean {
    return this.#keys.has(`${id} move ${part}`);
  }

  /** False where that was left already. */
  #add(key: string): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    return true;
  }
}

/** One try at a rewind on a draft; where its outcome would not stand, less is wished for and another begins. */
export interface Attempt {
  readonly state: BoardState;
  readonly actor: Actor;
  readonly draft: EntryDraft;
  readonly wishes: readonly Wish[];
  readonly left: Left;
  /** Records whose base stands again where it once did. */
  readonly placed: Set<string>;
  /** Whether something has been left that this attempt did already. */
  mustYield: boolean;
  /** Fields set back in parts that the actor sees. */
  fields: number;
}
