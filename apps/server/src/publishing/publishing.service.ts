import type { Board, Publication, PublicationLine, PublicationPart } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory, PublicationStore } from '@bridgeboard/storage';

import { refusedByCharter } from '../charter-of.ts';
import type { CharterOf } from '../charter-of.ts';
import { found, Refused } from '../http/refusal.ts';
import type { LiveBoards, Person, ReleasedRecord } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import { mayPublish } from './may-publish.ts';
import { gatherPieces } from './gather-pieces.ts';

interface PublishingParts {
  readonly boards: LiveBoards;
  readonly publications: PublicationStore;
  readonly directory: Directory;
  readonly catalogue: Pick<BoardCatalogue, 'board'>;
  readonly charterOf: CharterOf;
  readonly schoolBrief: SchoolBriefs;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Publications of boards (D19): each school's released records enter when a teacher of that school says so, and only
 * those of pupils whose school may publish their work.
 */
export class Publishing {
  readonly #parts: PublishingParts;

  constructor(parts: PublishingParts) {
    this.#parts = parts;
  }

  /** Publishes the own school's part; the other schools are asked for theirs. */
  async publish(by: Person, board: Board): Promise<PublicationLine> {
    await this.#checkCharter(board);
    const publication: Publication = {
      id: newId(this.#parts.random),
      board: board.id,
      title: board.title,
      schools: board.schools,
      proposedBy: by.id,
      createdAt: this.#parts.clock.now(),
      parts: [await this.#partOf(by, board.id)],
      withdrawnAt: null,
      withdrawnBy: null,
    };
    await this.#parts.publications.create(publication);
    return this.#line(publication, by);
  }

  /** Adds the own school's part, as its work is now; agreeing again changes nothing. CHANGED once it has ended. */
  async agree(by: Person, id: string): Promise<PublicationLine> {
    const publication = await this.#own(by, id);
    if (publication.withdrawnAt !== null) throw new Refused('CHANGED');
    await this.#checkCharter(found(await this.#parts.catalogue.board(publication.board)));
    await this.#parts.publications.addPart(id, await this.#partOf(by, publication.board));
    return this.#line(await this.#own(by, id), by);
  }

  /** Ends the public page at once; any of its schools can. */
  async withdraw(by: Person, id: string): Promise<PublicationLine> {
    await this.#own(by, id);
    await this.#parts.publications.withdraw(id, by.id, this.#parts.clock.now());
    return this.#line(await this.#own(by, id), by);
  }

  /** Publications of a board, newest first. */
  async linesOf(by: Person, board: Board): Promise<PublicationLine[]> {
    const publications = await this.#parts.publications.publicationsOf(board.id);
    const newestFirst = publications.toSorted((one, other) => other.createdAt - one.createdAt);
    return Promise.all(newestFirst.map((publication) => this.#line(publication, by)));
  }

  async #checkCharter(board: Board): Promise<void> {
    const { charterOf, schoolBrief } = this.#parts;
    const holds = await charterOf(board);
    if (holds.families === 'nothing') throw await refusedByCharter('families', { holds, schoolBrief });
  }

  async #own(by: Person, id: string): Promise<Publication> {
    const publication = found(await this.#parts.publications.publication(id));
    return found(publication.schools.includes(by.school) ? publication : null);
  }

  async #partOf(by: Person, board: string): Promise<PublicationPart> {
    const released = await this.#released(board, by.school);
    const allowed = await mayPublish(this.#parts.directory, released);
    const records = released.filter(({ author }) => allowed.has(author));
    return {
      school: by.school,
      agreedBy: by.id,
      agreedAt: this.#parts.clock.now(),
      records: records.map(({ record, author, role }) => ({ record, author, role })),
    };
  }

  /** What a school has let out to the board, with the pages it stands on. */
  async #released(board: string, school: string): Promise<ReleasedRecord[]> {
    const live = await this.#parts.boards.open(board);
    return live.releasedRecords().filter(({ record, school: whose }) => whose === school || record.typeName === 'page');
  }

  async #line(publication: Publication, reader: Person): Promise<PublicationLine> {
    const { id, title, createdAt, withdrawnAt } = publication;
    const heldBack = await this.#heldBack(publication.board, reader.school);
    const { schools } = found(await this.#parts.catalogue.board(publication.board));
    const still = publication.schools.filter((school) => schools.includes(school));
    const parts = still.map(async (school) => {
      const part = publication.parts.find((each) => each.school === school);
      return {
        school: await this.#parts.schoolBrief(school),
        agreed: part !== undefined,
        agreedAt: part?.agreedAt ?? null,
        pieces: part === undefined ? 0 : gatherPieces(part.records).length,
        // How many pupils of another school may not be published is that school's to know.
        heldBackByConsent: school === reader.school ? heldBack : 0,
      };
    });
    return { id, title, createdAt, withdrawnAt, parts: await Promise.all(parts) };
  }

  async #heldBack(board: string, school: string): Promise<number> {
    const released = await this.#released(board, school);
    const allowed = await mayPublish(this.#parts.directory, released);
    return gatherPieces(released).filter(({ author }) => !allowed.has(author)).length;
  }
}
