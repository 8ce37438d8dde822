import { boundsOf, drawPicture, type Box } from '@bridgeboard/picture';
import {
  getPastView,
  getShowings,
  getTimeline,
  postBackToMoment,
  postBackToMomentPreview,
  type BoardRecord,
  type RewindCounts,
} from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import { Refused } from '../http/refusal.ts';
import type { GatherFor } from '../picture-addresses.ts';
import type { LiveBoards, Refusal } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { pagesInOrder } from './board-picture.ts';

const width = 1_280;
const height = 800;
const margin = 40;
const mostBytes = 1_500_000;

interface TimelineParts {
  readonly boards: LiveBoards;
  readonly gatherFor: GatherFor;
  readonly schoolBrief: SchoolBriefs;
}

/** A board's past for its staff: when what changed, how it stood, and bringing it back (HIST5–HIST8). */
export function mountTimeline(api: Api, { boards, gatherFor, schoolBrief }: TimelineParts): void {
  api.on(getTimeline, async ({ session: { person }, board }) => {
    const moments = taken(await (await boards.open(board.id)).past.moments(person));
    return { moments: moments.map(({ by, marks, ...times }) => ({ ...times, by: [...by], marks: [...marks] })) };
  });

  api.on(getPastView, async ({ session: { person }, board, request }) => {
    const { at, page: wanted, theme } = request.query;
    const live = await boards.open(board.id);
    const view = taken(await live.past.viewAt(person, Number(at)));
    const records = [...view.records.values()];
    const pages = pagesInOrder(records);
    const page = pages.find(({ id }) => id === wanted)?.id ?? pages[0]?.id ?? '';
    const today = [...live.viewFor(person).values()].map(({ record }) => record);
    const pictures = await gatherFor(person)({ records, mostBytes });
    const frame = frameOf([records, today], page);
    const picture = drawPicture({
      records,
      page,
      frame,
      width,
      height,
      pictures,
      title: board.title,
      theme: theme === 'dark' ? 'dark' : 'light',
    });
    const named = pages.map(({ id, name }) => ({ id, name: String(name) }));
    return { pages: named, page, missing: view.missing, picture };
  });

  api.on(getShowings, async ({ session: { person }, board, ids }) => {
    const found = taken(await (await boards.open(board.id)).past.showings(person, ids.record));
    const showings = await Promise.all(
      found.map(async ({ school, from, until }) => ({ from, until, school: await schoolBrief(school) })),
    );
    return { showings };
  });

  mountBringingBack(api, boards);
}

function mountBringingBack(api: Api, boards: LiveBoards): void {
  api.on(postBackToMomentPreview, async ({ session, board, body }) => {
    const { people } = await boards.open(board.id);
    return countsOf(taken(await people.previewBringBack({ by: session.person, moment: body.moment })));
  });

  api.on(postBackToMoment, async ({ session, board, body }) => {
    const { people } = await boards.open(board.id);
    const by = session.person;
    // Taking back what one did in that very moment is taking it back.
    const { count, at } = taken(
      await ('undo' in body
        ? people.rewind({ by, person: by.id, from: body.undo, to: body.undo })
        : people.bringBack({ by, moment: body.moment })),
    );
    return { counts: countsOf(count), at };
  });
}

function taken<T extends object>(outcome: T | Refusal): T {
  if ('refused' in outcome) throw new Refused(outcome.refused);
  return outcome;
}

function countsOf({ added, erased, changed, skipped }: RewindCounts): RewindCounts {
  return { added, erased, changed, skipped };
}

/** What the page holds then and what it holds today fit in, so that the picture stays where it is while one goes through time. */
function frameOf(views: readonly (readonly BoardRecord[])[], page: string): Box | 'fit' {
  const boxes = views.flatMap((records) => {
    const shapes = records.filter((record) => record['parentId'] === page).map(({ id }) => id);
    return boundsOf(records, shapes) ?? [];
  });
  if (boxes.length === 0) return 'fit';
  const x = Math.min(...boxes.map((box) => box.x)) - margin;
  const y = Math.min(...boxes.map((box) => box.y)) - margin;
  const w = Math.max(...boxes.map((box) => box.x + box.w)) + margin - x;
  const h = Math.max(...boxes.map((box) => box.y + box.h)) + margin - y;
  return { x, y, w, h };
}
