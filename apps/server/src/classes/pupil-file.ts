import type { AuditAct, BoardRecord, Consent, Pupil, SchoolClass, TrustKind } from '@bridgeboard/protocol';
import type { Showing, TrustStanding, WorkOf } from '@bridgeboard/domain';
import type { AuditLog, BoardCatalogue, Directory } from '@bridgeboard/storage';

import { aloneOnAPage } from '../alone-on-a-page.ts';
import { linesOf } from '../audit-lines.ts';
import { assetShownBy } from '../picture-addresses.ts';
import type { PupilTrustBook, SchoolPupil, TrustStandings } from '../pupil-trust.ts';
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
    /** Since when the school keeps the pupil off all boards; null where it does not. */
    readonly suspendedAt: number | null;
    readonly trust: Readonly<Record<TrustKind, Pick<TrustStanding, 'level' | 'cause' | 'at'>>>;
  };
  /** Boards that the pupil was let in to. */
  readonly letIn: readonly { readonly board: string; readonly title: string; readonly at: number }[];
  /** What the log tells of the pupil, the newest first, without who of the staff did it. */
  readonly acts: readonly { readonly act: AuditAct; readonly at: number; readonly detail: string | null }[];
  readonly boards: readonly BoardOfPupil[];
}

interface FileParts {
  readonly directory: Pick<Directory, 'school'>;
  readonly catalogue: Pick<BoardCatalogue, 'boardsOf' | 'admission'>;
  readonly audit: Pick<AuditLog, 'find'>;
  readonly trust: Pick<PupilTrustBook, 'standingsOf'>;
  readonly boards: Pick<LiveBoards, 'open'>;
  readonly clock: Clock;
}

/** Goes through all boards of the school, one after another: a pupil who was sent out has left work there. */
export async function gatherPupilFile(
  parts: FileParts,
  about: { pupil: Pupil; schoolClass: SchoolClass },
): Promise<PupilFile> {
  const { id, nickname, createdDay, consent, pinHash, suspendedAt = null } = about.pupil;
  const { name: className, school } = about.schoolClass;
  const boards: BoardOfPupil[] = [];
  const letIn: PupilFile['letIn'][number][] = [];
  for (const board of await parts.catalogue.boardsOf(school)) {
    const admission = await parts.catalogue.admission(board.id, id);
    if (admission) letIn.push({ board: board.id, title: board.title, at: admission.at });
    const live = await parts.boards.open(board.id);
    const work = live.workOf(id);
    if (work.pieces.length + work.changes.length + work.cases.length === 0) continue;
    const shown = await named(parts.directory, await live.past.disclosures({ id, school }));
    boards.push({ id: board.id, title: board.title, ...work, shown });
  }
  const name = (await parts.directory.school(school))?.name ?? '';
  const trust = withoutStaff(await parts.trust.standingsOf({ id, school }));
  const facts = { id, nickname, className, school: name, createdDay, hasPin: pinHash !== null, consent };
  const acts = await actsAbout(parts.audit, { id, school });
  return { madeAt: parts.clock.now(), pupil: { ...facts, suspendedAt, trust }, letIn, acts, boards };
}

function withoutStaff({ words, drawing, picture }: TrustStandings): PupilFile['pupil']['trust'] {
  const of = ({ level, cause, at }: TrustStanding) => ({ level, cause, at });
  return { words: of(words), drawing: of(drawing), picture: of(picture) };
}

/** Lines of the school's own log that name the pupil. Those of reports are the leads', as the reports are (SG-20). */
async function actsAbout(audit: FileParts['audit'], { id, school }: SchoolPupil): Promise<PupilFile['acts']> {
  const lines = await linesOf(audit, { school, person: id });
  return lines.flatMap(({ act, at, detail }) => (act.startsWith('concern.') ? [] : [{ act, at, detail }]));
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
