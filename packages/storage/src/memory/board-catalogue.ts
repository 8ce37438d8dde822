import { admission, board, type Admission, type Board } from '@bridgeboard/protocol';
import { compare } from '../order.ts';
import type { BoardCatalogue, BoardFacts } from '../ports/board-catalogue.ts';
import { IdTaken } from '../ports/errors.ts';
import { fromJson, toJson } from '../stored-json.ts';
import { JsonRows } from './json-rows.ts';
import type { MemoryLife } from './memory-life.ts';

/** The boards' own facts in this process's memory. */
export class MemoryBoardCatalogue implements BoardCatalogue {
  readonly #life: MemoryLife;
  readonly #boards = new JsonRows<Board>({ name: 'board', schema: board });
  /** By board, then by pupil. */
  readonly #admissions = new Map<string, Map<string, string>>();

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  create(value: Board): Promise<void> {
    return this.#life.use(() => {
      if (this.#boards.has(value.id)) throw new IdTaken(`board ${value.id}`);
      this.#boards.put(value);
    });
  }

  board(id: string): Promise<Board | null> {
    return this.#life.use(() => this.#boards.get(id));
  }

  boardsOf(school: string): Promise<Board[]> {
    return this.#life.use(() =>
      this.#boards
        .list((value) => value.schools.includes(school))
        .sort((a, b) => compare(b.changedAt, a.changedAt) || compare(a.id, b.id)),
    );
  }

  update(id: string, facts: BoardFacts): Promise<boolean> {
    return this.#life.use(() => {
      const before = this.#boards.get(id);
      if (before === null) return false;
      this.#boards.put({ ...before, ...facts });
      return true;
    });
  }

  remove(id: string): Promise<void> {
    return this.#life.use(() => {
      this.#boards.remove(id);
      this.#admissions.delete(id);
    });
  }

  admit(value: Admission): Promise<void> {
    return this.#life.use(() => {
      const text = toJson(admission, value);
      const pupils = this.#admissions.get(value.board) ?? new Map<string, string>();
      if (!pupils.has(value.pupil)) pupils.set(value.pupil, text);
      this.#admissions.set(value.board, pupils);
    });
  }

  admission(boardId: string, pupil: string): Promise<Admission | null> {
    return this.#life.use(() => {
      const text = this.#admissions.get(boardId)?.get(pupil);
      return text === undefined ? null : fromJson(admission, text, `admission to board ${boardId}`);
    });
  }

  admissionsOf(boardId: string): Promise<Admission[]> {
    return this.#life.use(() =>
      [...(this.#admissions.get(boardId)?.values() ?? [])]
        .map((text) => fromJson(admission, text, `admission to board ${boardId}`))
        .sort((a, b) => compare(a.at, b.at) || compare(a.pupil, b.pupil)),
    );
  }

  dismiss(boardId: string, pupil: string): Promise<void> {
    return this.#life.use(() => {
      this.#admissions.get(boardId)?.delete(pupil);
    });
  }
}
