import {
  getCasePicture,
  getQueue,
  getWaiting,
  getWholeQueue,
  postDecision,
  postHide,
  postQueueItems,
  postUndoDecision,
} from '@bridgeboard/protocol';
import type { Action, Board } from '@bridgeboard/protocol';
import type { Directory, QueueIndex } from '@bridgeboard/storage';

import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { GatherFor } from '../picture-addresses.ts';
import { refusedByCharter, type CharterOf } from '../charter-of.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { CaseInPlace, LiveBoard, LiveBoards, Person, Refusal } from '../rooms/live-board.ts';
import { drawCase, looksOf } from './case-picture.ts';
import { checkPhotoConsent } from './photo-consent.ts';
import type { ReviewQueue } from './queue.service.ts';
import { wholeQueueFor } from './whole-queue.ts';

interface DecisionNews {
  around<Answer>(
    about: { pupil: { id: string; school: string }; by: Person },
    act: () => Promise<Answer>,
  ): Promise<Answer>;
}

interface ModerationRoutes {
  readonly gatherFor: GatherFor;
  readonly directory: Pick<Directory, 'pupil' | 'schoolClass'>;
  readonly queue: ReviewQueue;
  readonly index: Pick<QueueIndex, 'openOf'>;
  readonly schoolBrief: SchoolBriefs;
  readonly charterOf: CharterOf;
  readonly boards: LiveBoards;
  /** Told of what a decision may do to its author's trust. */
  readonly news: DecisionNews;
  readonly access: { boardFor(person: Person, action: Action, board: string): Promise<Board | null> };
}

interface AskedCase {
  readonly session: SignedIn;
  readonly board: Board;
  readonly ids: { readonly case: string };
}

function taken<T extends object>(outcome: T | Refusal): T {
  if ('refused' in outcome) throw new Refused(outcome.refused);
  return outcome;
}

/** A case of another school is answered as one that never was (P23), before anything about it is looked at. */
async function judged(boards: LiveBoards, call: AskedCase): Promise<{ live: LiveBoard; item: CaseInPlace }> {
  const live = await boards.open(call.board.id);
  return { live, item: found(live.caseOf(call.session.person.school, call.ids.case)) };
}

/** The queue: what waits, and what it looks like. */
export function mountQueue(api: Api, parts: ModerationRoutes): void {
  const { queue, access, boards } = parts;

  api.on(getQueue, async ({ session: { person }, board }) => ({
    items: await queue.itemsOn(board, person),
    approvedToday: await queue.approvedToday(person),
  }));

  api.on(getWaiting, async ({ session: { person } }) => {
    const waiting = await queue.waitingBoards(person);
    const lines = await Promise.all(
      waiting.map(async (line) => {
        const board = await access.boardFor(person, 'moderate a board', line.board);
        return { ...line, title: board?.title };
      }),
    );
    const seen = lines.flatMap(({ title, ...line }) => (title === undefined ? [] : [{ ...line, title }]));
    return { boards: seen, ...(await queue.waitingLong(person, new Set(seen.map(({ board }) => board)))) };
  });

  api.on(getCasePicture, async (call) => {
    const { live, item } = await judged(boards, call);
    const text = await drawCase({
      of: item.case,
      items: live.viewFor(call.session.person),
      ...looksOf(call.request.query),
      gather: parts.gatherFor(call.session.person),
    });
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });
}

/** What waits on all boards: its lines from the index, and what is in those that somebody looks at. */
export function mountWholeQueue(api: Api, parts: ModerationRoutes): void {
  const { queue, access, index, directory, schoolBrief } = parts;
  const boardFor = (person: Person, board: string): Promise<Board | null> =>
    access.boardFor(person, 'moderate a board', board);

  api.on(getWholeQueue, async ({ session: { person }, request }) => {
    const { known } = request.query;
    const about = { person, known: typeof known === 'string' ? known : '' };
    const found = await wholeQueueFor({ queue: index, directory, schoolBrief, boardFor }, about);
    return { ...found, approvedToday: await queue.approvedToday(person) };
  });

  api.on(postQueueItems, async ({ session: { person }, body }) => {
    const items = await Promise.all(
      [...Map.groupBy(body.cases, ({ board }) => board)].map(async ([id, asked]) => {
        const board = await boardFor(person, id);
        return board ? queue.itemsOf(board, { person, cases: asked.map((one) => one.case) }) : [];
      }),
    );
    return { items: items.flat() };
  });
}

/** BP9: what becomes of a guest's work says nothing of anybody's trust. */
async function tellingTrust<Answer>(
  { directory, news }: Pick<ModerationRoutes, 'directory' | 'news'>,
  { author, by }: { author: string; by: Person },
  act: () => Promise<Answer>,
): Promise<Answer> {
  const isPupil = (await directory.pupil(author)) !== null;
  return isPupil ? news.around({ pupil: { id: author, school: by.school }, by }, act) : act();
}

/** What staff of the author's school decide, and take back. */
export function mountDecisions(
  api: Api,
  parts: Pick<ModerationRoutes, 'boards' | 'directory' | 'news' | 'charterOf' | 'schoolBrief'>,
): void {
  const { boards, directory, charterOf, schoolBrief } = parts;
  api.on(postDecision, async (call) => {
    const { live: board, item } = await judged(boards, call);
    const by = call.session.person;
    await checkPhotoConsent(directory, { board: call.board, item, verdict: call.body.verdict });
    const decide = () => board.decide({ by, case: call.ids.case, ...call.body });
    const outcome = await tellingTrust(parts, { author: item.author, by }, decide);
    if ('refused' in outcome && outcome.refused === 'PHOTOS_NEVER') {
      throw await refusedByCharter('photos', { holds: await charterOf(call.board), schoolBrief });
    }
    return { status: taken(outcome).status };
  });

  api.on(postUndoDecision, async (call) => {
    const { live: board, item } = await judged(boards, call);
    const by = call.session.person;
    const undo = () => board.undoDecision({ by, case: call.ids.case });
    const { status } = taken(await tellingTrust(parts, { author: item.author, by }, undo));
    return { status };
  });

  api.on(postHide, async (call) => {
    const board = await boards.open(call.board.id);
    return taken(await board.hide({ by: call.session.person, record: call.ids.record, hidden: call.body.hidden }));
  });
}
