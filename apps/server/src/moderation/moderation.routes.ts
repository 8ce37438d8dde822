import { getCasePicture, getQueue, getWaiting, postDecision, postHide, postUndoDecision } from '@bridgeboard/protocol';
import type { Board } from '@bridgeboard/protocol';

import { liveBoards, type AskedBoard } from '../asked-board.ts';
import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { GatherPictures } from '../picture-addresses.ts';
import type { CaseInPlace, LiveBoard, LiveBoards, Person, Refusal } from '../rooms/live-board.ts';
import { drawCase } from './case-picture.ts';
import type { ReviewQueue } from './queue.service.ts';

interface ModerationRoutes {
  readonly gather: GatherPictures;
  readonly queue: ReviewQueue;
  readonly boards: LiveBoards;
  readonly canOpen: (person: Person, board: string) => Promise<Board | null>;
}

type AskedCase = AskedBoard & { readonly ids: { readonly case: string } };

function taken<T extends object>(outcome: T | Refusal): T {
  if ('refused' in outcome) throw new Refused(outcome.refused);
  return outcome;
}

/** Finds what a request is about, or answers that there is no such thing. */
function lookups({ boards, canOpen }: ModerationRoutes) {
  const board = async ({ session, ids }: AskedBoard): Promise<Board> => found(await canOpen(session.person, ids.board));
  const live = liveBoards({ boards, canOpen });
  // A case of another school is answered as one that never was (P23), before anything about it is looked at.
  const judged = async (call: AskedCase): Promise<{ live: LiveBoard; item: CaseInPlace }> => {
    const opened = await live(call);
    return { live: opened, item: found(opened.caseOf(call.session.person.school, call.ids.case)) };
  };
  return { board, live, judged };
}

/** The queue: what waits, and what it looks like. */
export function mountQueue(api: Api, parts: ModerationRoutes): void {
  const { queue, canOpen } = parts;
  const { board, judged } = lookups(parts);

  api.on(getQueue, async (call) => {
    const { person } = call.session;
    return { items: await queue.itemsOn(await board(call), person), approvedToday: await queue.approvedToday(person) };
  });

  api.on(getWaiting, async ({ session: { person } }) => {
    const waiting = await queue.waitingBoards(person);
    const lines = await Promise.all(
      waiting.map(async (line) => ({ ...line, title: (await canOpen(person, line.board))?.title })),
    );
    return { boards: lines.flatMap(({ title, ...line }) => (title === undefined ? [] : [{ ...line, title }])) };
  });

  api.on(getCasePicture, async (call) => {
    const { live, item } = await judged(call);
    const { theme, view, shape } = call.request.query;
    const text = await drawCase({
      found: item,
      items: live.viewFor(call.session.person),
      view: view === 'close' ? 'close' : 'place',
      isTall: shape === 'tall',
      theme: theme === 'dark' ? 'dark' : 'light',
      gather: parts.gather,
    });
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });
}

/** What staff of the author's school decide, and take back. */
export function mountDecisions(api: Api, parts: ModerationRoutes): void {
  const { live, judged } = lookups(parts);

  api.on(postDecision, async (call) => {
    const { live: board } = await judged(call);
    const { status } = taken(await board.decide({ by: call.session.person, case: call.ids.case, ...call.body }));
    return { status };
  });

  api.on(postUndoDecision, async (call) => {
    const { live: board } = await judged(call);
    const { status } = taken(await board.undoDecision({ by: call.session.person, case: call.ids.case }));
    return { status };
  });

  api.on(postHide, async (call) => {
    const board = await live(call);
    return taken(await board.hide({ by: call.session.person, record: call.ids.record, hidden: call.body.hidden }));
  });
}
