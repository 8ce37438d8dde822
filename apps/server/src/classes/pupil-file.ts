import type { BoardRecord, Consent, Pupil, SchoolClass } from '@bridgeboard/protocol';
import type { WorkOf } from '@bridgeboard/domain';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';

import type { GatherPictures, PictureAddresses } from '../picture-addresses.ts';
import type { LiveBoards } from '../rooms/live-board.ts';
import type { Clock } from '../time-and-chance.ts';

/** What a board has of the pupil. */
export interface BoardOfPupil extends WorkOf {
  readonly id: string;
  readonly title: string;
}

/** All that is kept of one pupil, for whoever asks the school for it (SG-20). Not reports of concern, which are the leads'. */
export interface PupilFile {
  readonly madeAt: number;
  readonly pupil: {
    readonly id: string;
    readonly nickname: string;
    readonly className: string;
    readonly school: string;
    readonly createdDay: string;
    readonly hasPin: boolean;
    readonly consent: Consent;
  };
  readonly boards: readonly BoardOfPupil[];
}

interface FileParts {
  readonly directory: Pick<Directory, 'school'>;
  readonly catalogue: Pick<BoardCatalogue, 'boardsOf'>;
  readonly boards: Pick<LiveBoards, 'open'>;
  readonly clock: Clock;
}

/** Goes through all boards of the school, one after another: a pupil who was sent out has left work there. */
export async function gatherPupilFile(
  parts: FileParts,
  about: { pupil: Pupil; schoolClass: SchoolClass },
): Promise<PupilFile> {
  const { id, nickname, createdDay, consent, pinHash } = about.pupil;
  const { name: className, school } = about.schoolClass;
  const boards: BoardOfPupil[] = [];
  for (const board of await parts.catalogue.boardsOf(school)) {
    const work = (await parts.boards.open(board.id)).workOf(id);
    if (work.pieces.length + work.changes.length + work.cases.length > 0) {
      boards.push({ id: board.id, title: board.title, ...work });
    }
  }
  const name = (await parts.directory.school(school))?.name ?? '';
  const pupil = { id, nickname, className, school: name, createdDay, hasPin: pinHash !== null, consent };
  return { madeAt: parts.clock.now(), pupil, boards };
}

/** The newest version of everything that is not deleted, as records of one page that hold nothing of anybody else. */
export function drawnRecords({ pieces }: BoardOfPupil): BoardRecord[] {
  const page = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} };
  const newest = pieces.flatMap(({ isDeleted, versions }) => (isDeleted ? [] : (versions.at(-1)?.record ?? [])));
  const shapes = newest.filter(({ typeName }) => typeName === 'shape');
  const ids = new Set(shapes.map(({ id }) => id));
  return [page, ...shapes.map((one) => (ids.has(String(one['parentId'])) ? one : { ...one, parentId: page.id }))];
}

const mostPictureBytes = 60_000_000;

/** The pictures that these records show, in full as long as a file of that size can still be opened. */
export function picturesOf(records: readonly BoardRecord[], gather: GatherPictures): Promise<PictureAddresses> {
  const images = records.filter(({ type }) => type === 'image');
  const ids = images.flatMap(({ props }) =>
    typeof props === 'object' && props !== null && 'assetId' in props ? [String(props['assetId'])] : [],
  );
  const assets = [...new Set(ids)].map((id) => ({ id, typeName: 'asset' }));
  const inFull = new Set(images.map(({ id }) => id));
  return gather({ records: [...records, ...assets], inFull, mostBytes: mostPictureBytes });
}
