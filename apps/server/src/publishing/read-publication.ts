import { closeView } from '@bridgeboard/domain';
import type { Board, BoardRecord, Publication, SchoolBrief } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory, PublicationStore } from '@bridgeboard/storage';

import type { CharterOf } from '../charter-of.ts';
import type { GatherPictures, PictureAddresses } from '../picture-addresses.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { Made } from './gather-pieces.ts';
import { mayPublish } from './may-publish.ts';

interface ReaderParts {
  readonly publications: Pick<PublicationStore, 'publication'>;
  readonly directory: Pick<Directory, 'pupil'>;
  readonly catalogue: Pick<BoardCatalogue, 'board'>;
  readonly charterOf: CharterOf;
  readonly schoolBrief: SchoolBriefs;
  readonly gather: GatherPictures;
  readonly boards: { putAway(board: string): Promise<ReadonlySet<string>> };
}

/** A publication as the public may see it right now. */
export interface OpenPublication {
  readonly publication: Publication;
  readonly board: Board;
  readonly schools: readonly SchoolBrief[];
  readonly records: readonly BoardRecord[];
  /** Ids of the pages that have something on them, in the board's order; the first page where all are empty. */
  readonly pages: readonly [string, ...string[]];
  /** Its pictures, small. */
  readonly pictures: PictureAddresses;
  readonly made: readonly (Made & { readonly school: string })[];
  /** What pupils are called who may be named, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** Families read it on a phone, on somebody's data. */
const mostPictureBytes = 40_000;

function pagesOf(records: readonly BoardRecord[]): readonly [string, ...string[]] {
  const order = (page: BoardRecord): string => `${String(page['index'])} ${page.id}`;
  const pages = records.filter(({ typeName }) => typeName === 'page');
  const sorted = pages.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)).map(({ id }) => id);
  const parents = new Set(records.map((record) => record['parentId']));
  const [first = sorted[0] ?? 'page:page', ...others] = sorted.filter((id) => parents.has(id));
  return [first, ...others];
}

/**
 * Reads a publication; null where there is none and where it has ended. Work of pupils whose consent was taken back and what has
 * been put away since is left out, and so is what cannot stand without it (P20).
 */
export async function readPublication(parts: ReaderParts, id: string): Promise<OpenPublication | null> {
  const publication = await parts.publications.publication(id);
  if (publication === null || publication.withdrawnAt !== null) return null;
  const board = await parts.catalogue.board(publication.board);
  if (board === null) return null;
  // CH9: a charter by which families see nothing is asked again at each reading.
  const holds = await parts.charterOf(board);
  if (holds.families === 'nothing') return null;
  // SG-37: a school that has left the board takes its part along.
  const theirs = publication.parts.filter(({ school }) => board.schools.includes(school));
  if (theirs.length === 0) return null;
  const all = theirs.flatMap(({ school, records }) => records.map((each) => ({ ...each, school })));
  const allowed = await mayPublish(parts.directory, all);
  const putAway = await parts.boards.putAway(publication.board);
  const shown = all.filter(({ author, record }) => allowed.has(author) && !putAway.has(record.id));
  const closed = closeView(new Map(shown.map(({ record }) => [record.id, record])));
  // A page stands in the part of every school, but once on the board.
  const byId = new Map(all.map((each) => [each.record.id, each]));
  const made = [...closed.values()].flatMap((record) => {
    const whose = byId.get(record.id);
    return whose === undefined ? [] : [{ ...whose, record }];
  });
  const schools = await Promise.all(theirs.map(({ school }) => parts.schoolBrief(school)));
  const records = [...closed.values()];
  const pictures = await parts.gather({ records, mostBytes: mostPictureBytes });
  const names = holds.names === 'nickname' ? await namesOf(parts.directory, made) : new Map<string, string>();
  return { publication, board, schools, records, pictures, pages: pagesOf(records), made, names };
}

/** CN5: who is named: pupils whose families agreed to that, where the charter does not keep names within each school. */
async function namesOf(directory: Pick<Directory, 'pupil'>, made: readonly Made[]): Promise<Map<string, string>> {
  const authors = new Set(made.filter(({ role }) => role === 'pupil').map(({ author }) => author));
  const pupils = await Promise.all([...authors].map((author) => directory.pupil(author)));
  const named = pupils.filter((pupil) => pupil?.consent.nicknameOnPublished);
  return new Map(named.flatMap((pupil) => (pupil ? [[pupil.id, pupil.nickname]] : [])));
}
