import {
  getFirstLook,
  getFirstLookPicture,
  postAccept,
  postTakeBackAccepted,
  type LookPiece,
} from '@bridgeboard/protocol';

import { PreparedAnswer, type Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { GatherFor } from '../picture-addresses.ts';
import type { LiveBoard, LiveBoards, Person, Refusal } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { TextChecks } from '../text-checks.ts';
import { drawCase, looksOf } from './case-picture.ts';
import { piecesOf, tellLook } from './look-pieces.ts';

interface FirstLookParts {
  readonly boards: LiveBoards;
  readonly textChecks: TextChecks;
  readonly schoolBrief: SchoolBriefs;
  readonly gatherFor: GatherFor;
}

/** What a school that looks first has still to look at, and what its staff let its pupils see (P36). */
export function mountFirstLook(api: Api, parts: FirstLookParts): void {
  mountLooks(api, parts);
  mountAcceptance(api, parts.boards);
}

function mountLooks(api: Api, parts: FirstLookParts): void {
  const { boards, gatherFor } = parts;

  api.on(getFirstLook, async ({ board, session: { person }, request }) => {
    const live = await boards.open(board.id);
    const which = request.query['accepted'] === 'true' ? 'accepted' : 'waiting';
    const isOn = live.rules().schools.some(({ school, looksFirst }) => school === person.school && looksFirst);
    return { isOn, pieces: await tellAll(parts, { live, person, which }) };
  });

  api.on(getFirstLookPicture, async ({ board, session: { person }, ids, request }) => {
    const live = await boards.open(board.id);
    const items = live.viewFor(person);
    const pieces = (['waiting', 'accepted'] as const).flatMap((which) => piecesOf(live.lookedAt(person, which), items));
    const piece = found(pieces.find(({ records: [first] }) => first?.record === ids.record) ?? null);
    const text = await drawCase({
      of: { page: piece.page, records: piece.records.map(({ record }) => record) },
      items,
      ...looksOf(request.query),
      gather: gatherFor(person),
    });
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });
}

function mountAcceptance(api: Api, boards: LiveBoards): void {
  const answer = (board: LiveBoard, person: Person, refusal: Refusal | null): { waiting: number } => {
    if (refusal) throw new Refused(refusal.refused);
    return { waiting: board.lookedAt(person, 'waiting').length };
  };

  api.on(postAccept, async (call) => {
    const board = await boards.open(call.board.id);
    return answer(
      board,
      call.session.person,
      await board.accept({ by: call.session.person, records: call.body.records }),
    );
  });

  api.on(postTakeBackAccepted, async (call) => {
    const board = await boards.open(call.board.id);
    return answer(
      board,
      call.session.person,
      await board.takeBackAccepted({ by: call.session.person, records: call.body.records }),
    );
  });
}

async function tellAll(
  { textChecks, schoolBrief }: FirstLookParts,
  about: { readonly live: LiveBoard; readonly person: Person; readonly which: 'waiting' | 'accepted' },
): Promise<LookPiece[]> {
  const { live, person, which } = about;
  const looks = live.lookedAt(person, which);
  if (looks.length === 0) return [];
  const check = await textChecks.of(person.school);
  const ids = [...new Set(looks.map(({ author }) => author.school))];
  const schools = new Map(await Promise.all(ids.map(async (id) => [id, await schoolBrief(id)] as const)));
  const view = live.viewFor(person);
  return piecesOf(looks, view).flatMap((piece) => {
    const school = schools.get(piece.author.school);
    return school ? [tellLook(piece, { view, check, school })] : [];
  });
}
