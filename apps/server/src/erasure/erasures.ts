import type { Erasure, SchoolMembers } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { allBoards } from '../all-boards.ts';
import type { AuditKeeper } from '../audit-keeper.ts';
import { eraseBoard, type BoardEraserParts } from './erase-board.ts';
import { eraseOnBoard, wasOnBoard } from './erase-on-board.ts';

interface Parts extends BoardEraserParts {
  readonly storage: Pick<
    Storage,
    'journal' | 'directory' | 'catalogue' | 'publications' | 'queue' | 'trust' | 'erasures' | 'scrub'
  >;
  /** Takes the line of an erasure, which is not begun without it. */
  readonly keeper: Pick<AuditKeeper, 'keep'>;
  /** Ends all of somebody's sessions and forgets who they were. */
  readonly forget: (person: string) => Promise<void>;
  /** Takes somebody's pictures away, and their bytes. */
  readonly forgetPictures: (person: string) => Promise<void>;
  /** Lets go of what was sealed with reports about somebody, but for what is held (SG-24). */
  readonly forgetReports: (person: string) => Promise<void>;
  /** Does work on a board's journal while nobody else writes to it; a live room then shows what came of it. */
  readonly apart: (board: string, person: string, work: () => Promise<void>) => Promise<void>;
  /** tldraw's serialised schema, for checkpoints; loaded when somebody is erased. */
  readonly schema: () => Promise<unknown>;
  readonly now: () => number;
  readonly onError: (what: string, reason: unknown) => void;
}

/**
 * Carries out the erasures that have been asked for (ER1, ER4, ER5). Whoever asks only writes to the list in the store, so that it
 * is the same whether a server is running, is started later, or stands on a restored backup.
 */
export class Erasures {
  readonly #parts: Parts;
  /** Who and which boards are gone from the store, where its files still have to be written anew. */
  readonly #unscrubbed = new Set<string>();
  #running: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Carries out what has been asked for and is not done. What fails stays on the list for the next time. */
  carryOut(): Promise<void> {
    this.#running ??= this.#carryOut().finally(() => (this.#running = null));
    return this.#running;
  }

  async #carryOut(): Promise<void> {
    const { storage, now, onError } = this.#parts;
    const open = (await storage.erasures.all()).filter(({ doneAt }) => doneAt === null);
    if (open.length === 0) return;
    const gone: Erasure[] = [];
    for (const one of open) if (this.#unscrubbed.has(one.id) || (await this.#erase(one))) gone.push(one);
    if (gone.length === 0) return;
    try {
      await storage.scrub();
    } catch (reason) {
      onError('scrubbing after an erasure', reason);
      return;
    }
    for (const one of gone) {
      await storage.erasures.put({ ...one, doneAt: now() });
      this.#unscrubbed.delete(one.id);
    }
  }

  #erase({ id, kind }: Erasure): Promise<boolean> {
    return kind === 'board' ? this.#eraseBoard(id) : this.#erasePerson(id);
  }

  async #eraseBoard(board: string): Promise<boolean> {
    try {
      await eraseBoard(this.#parts, board);
      this.#unscrubbed.add(board);
      return true;
    } catch (reason) {
      this.#parts.onError('erasure of a board', reason);
      return false;
    }
  }

  /** Whether all of it is gone. One board that cannot be read must not keep the others from being erased. */
  async #erasePerson(person: string): Promise<boolean> {
    const { storage, forget, forgetPictures, forgetReports, onError } = this.#parts;
    await this.#tell(person);
    await storage.directory.removePupil(person);
    await storage.trust.remove(person);
    await forget(person);
    let isGone = await this.#eraseOnAll(person);
    try {
      await forgetPictures(person);
      await forgetReports(person);
    } catch (reason) {
      isGone = false;
      onError('erasure of pictures and reports', reason);
    }
    if (isGone) this.#unscrubbed.add(person);
    return isGone;
  }

  /** Until there is no other: a board that is opened for it may first be parted in two (SG-37). */
  async #eraseOnAll(person: string): Promise<boolean> {
    const { storage, onError } = this.#parts;
    const done = new Set<string>();
    const others = async (): Promise<string[]> =>
      (await allBoards(storage)).flatMap(({ id }) => (done.has(id) ? [] : [id]));
    let isGone = true;
    for (let boards = await others(); boards.length > 0; boards = await others()) {
      for (const board of boards) {
        done.add(board);
        try {
          await this.#eraseOn(board, person);
        } catch (reason) {
          isGone = false;
          onError('erasure on a board', reason);
        }
      }
    }
    return isGone;
  }

  /** Once: an erasure that is carried out again finds the pupil gone. */
  async #tell(person: string): Promise<void> {
    const { directory } = this.#parts.storage;
    const pupil = await directory.pupil(person);
    const schoolClass = pupil && (await directory.schoolClass(pupil.classId));
    if (!schoolClass) return;
    const schools = [schoolClass.school];
    await this.#parts.keeper.keep({
      act: 'person.erase',
      by: null,
      schools,
      subjects: [{ kind: 'person', id: person }],
    });
  }

  async #eraseOn(board: string, person: string): Promise<void> {
    const { storage, apart, schema, now } = this.#parts;
    const { journal, catalogue, publications } = storage;
    await catalogue.dismiss(board, person);
    const { schools = [], members } = (await catalogue.board(board)) ?? {};
    if (members?.some(({ pupils }) => pupils.includes(person)))
      await catalogue.update(board, { members: members.map((one) => without(one, person)) });
    if (!(await wasOnBoard(journal, { board, schools, person }))) return;
    const wish = { board, schools, person, now: now() };
    const keeps = { journal, publications, schema: await schema() };
    await apart(board, person, () => eraseOnBoard(keeps, wish));
  }
}

function without(list: SchoolMembers, person: string): SchoolMembers {
  return { ...list, pupils: list.pupils.filter((pupil) => pupil !== person) };
}
