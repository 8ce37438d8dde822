import type { BoardRecord, Consent, Pupil, SchoolClass } from '@bridgeboard/protocol';
import type { Showing, WorkOf } from '@bridgeboard/domain';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';

import { aloneOnAPage } from '../alone-on-a-page.ts';
import { assetShownBy } from '../picture-addresses.ts';
import type { LiveBoards } from '../rooms/live-board.ts';
import type { Clock } from '../time-and-chance.ts';

/** What a board has of the pupil. */
export interface BoardOfPupil extends WorkOf {
  readonly id: string;
  readonly title: string;
  /** Which of it other schools could see, from when until when. */
  readonly shown: readonly (Showing & { readonly schoolName: string })[];
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
    const live = await parts.boards.open(board.id);
    const work = live.workOf(id);
    if (work.pieces.length + work.changes.length + work.cases.length === 0) continue;
    const shown = await named(parts.directory, await live.past.disclosures({ id, school }));
    boards.push({ id: board.id, title: board.title, ...work, shown });
  }
  const name = (await parts.directory.school(school))?.name ?? '';
  const pupil = { id, nickname, className, school: name, createdDay, hasPin: pinHash !== null, consent };
  return { madeAt: parts.clock.now(), pupil, boards };
}

async function named(
  directory: FileParts['directory'],
  disclosures: readonly Showing[],
): Promise<BoardOfPupil['shown']> {
  const ids = [...new Set(disclosures.map(({ school }) => school))];
  const names = new Map(
    await Promise.all(ids.map(async (id) => [id, (await directory.school(id))?.name ?? ''] as const)),
  );
  return disclosures.map((one) => ({ ...one, schoolName: names.get(one.school) ?? '' }));
}

/** The newest version of everything that is not deleted, with its pictures, as records of one page that hold nothing of anybody else. */
export function drawnRecords({ pieces }: BoardOfPupil): BoardRecord[] {
  const newest = pieces.flatMap(({ isDeleted, versions }) => (isDeleted ? [] : (versions.at(-1)?.record ?? [])));
  const shapes = newest.filter(({ typeName }) => typeName === 'shape');
  return aloneOnAPage(
    shapes,
    shapes.flatMap((shape) => assetShownBy(shape) ?? []),
  );
}
