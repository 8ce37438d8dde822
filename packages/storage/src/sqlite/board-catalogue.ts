import { admission, board, type Admission, type Board } from '@bridgeboard/protocol';
import type { BoardCatalogue, BoardFacts } from '../ports/board-catalogue.ts';
import { IdTaken } from '../ports/errors.ts';
import { fromJson, toJson } from '../stored-json.ts';
import { JsonRows } from './json-rows.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

const ofSchool = 'JOIN board_school ON board = id WHERE school = ? ORDER BY changed_at DESC, id';
const insertSchool = 'INSERT INTO board_school (school, board) VALUES (?, ?) ON CONFLICT DO NOTHING';
const deleteSchools = 'DELETE FROM board_school WHERE board = ?';
const insertAdmission = 'INSERT INTO admission (board, pupil, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
const selectAdmission = 'SELECT data FROM admission WHERE board = ? AND pupil = ?';
const selectAdmissions = 'SELECT data FROM admission WHERE board = ? ORDER BY at, pupil';
const deleteAdmissions = 'DELETE FROM admission WHERE board = ?';
const deleteAdmission = 'DELETE FROM admission WHERE board = ? AND pupil = ?';

/** The boards' own facts in one file. */
export class SqliteBoardCatalogue implements BoardCatalogue {
  readonly #connection: SqliteConnection;
  readonly #boards: JsonRows<Board>;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
    this.#boards = new JsonRows({ connection, table: 'board', schema: board });
  }

  create(value: Board): Promise<void> {
    return this.#connection.write(() => {
      if (!this.#boards.add(value)) throw new IdTaken(`board ${value.id}`);
      this.#list(value);
    });
  }

  board(id: string): Promise<Board | null> {
    return this.#connection.read(() => this.#boards.get(id));
  }

  boardsOf(school: string): Promise<Board[]> {
    return this.#connection.read(() => this.#boards.list(ofSchool, school));
  }

  update(id: string, facts: BoardFacts): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#boards.get(id);
      if (before === null) return false;
      const after = { ...before, ...facts };
      this.#boards.put(after);
      if (facts.schools) this.#list(after);
      return true;
    });
  }

  remove(id: string): Promise<void> {
    return this.#connection.write(() => {
      this.#connection.run(deleteSchools, id);
      this.#connection.run(deleteAdmissions, id);
      this.#boards.remove(id);
    });
  }

  admit(value: Admission): Promise<void> {
    return this.#connection.write(() => {
      this.#connection.run(insertAdmission, value.board, value.pupil, toJson(admission, value));
    });
  }

  admission(boardId: string, pupil: string): Promise<Admission | null> {
    return this.#connection.read(() => this.#admissions(boardId, selectAdmission, [boardId, pupil])[0] ?? null);
  }

  admissionsOf(boardId: string): Promise<Admission[]> {
    return this.#connection.read(() => this.#admissions(boardId, selectAdmissions, [boardId]));
  }

  dismiss(boardId: string, pupil: string): Promise<void> {
    return this.#connection.write(() => {
      this.#connection.run(deleteAdmission, boardId, pupil);
    });
  }

  /** Where a board is found: with each of its schools, and no other. */
  #list({ id, schools }: Board): void {
    this.#connection.run(deleteSchools, id);
    for (const school of schools) this.#connection.run(insertSchool, school, id);
  }

  #admissions(boardId: string, sql: string, values: string[]): Admission[] {
    const rows = this.#connection.all(sql, ...values);
    return rows.map((row) => fromJson(admission, row['data'], `admission to board ${boardId}`));
  }
}
