import { frameOfPage, textOf } from '@bridgeboard/picture';
import {
  getGuestPicture,
  getGuestPlace,
  getGuests,
  postEndGuest,
  postEnterAsGuest,
  postGuest,
  postGuestConcern,
  postGuestNote,
  postTakeNoteBack,
  type GuestPlace,
  type ViewItem,
} from '@bridgeboard/protocol';

import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { stillPolicy } from '../http/security-headers.ts';
import { found } from '../http/refusal.ts';
import type { ReportFromOutside } from '../outside-report.ts';
import type { GatherPictures } from '../picture-addresses.ts';
import type { LiveBoards } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { Clock } from '../time-and-chance.ts';
import type { GuestCookie } from './guest-cookie.ts';
import { NewestDrawings } from './newest-drawings.ts';
import type { GuestLinks, Visit } from './guest-links.service.ts';
import { asGuest, type GuestNotes } from './guest-notes.service.ts';

interface GuestRoutes {
  readonly links: GuestLinks;
  readonly notes: GuestNotes;
  readonly cookie: GuestCookie;
  readonly boards: LiveBoards;
  readonly schoolBrief: SchoolBriefs;
  readonly draw: (board: {
    items: ReadonlyMap<string, ViewItem>;
    title: string;
    theme: 'light' | 'dark';
    gather: GatherPictures;
    page: string | undefined;
    size: { width: number; height: number; mostPictureBytes: number };
  }) => Promise<string>;
  readonly gather: GatherPictures;
  readonly report: ReportFromOutside;
  readonly clock: Clock;
}

/** A whole screen, and as many bytes of pictures as a school's line takes in a moment. */
const screenSize = { width: 1_600, height: 1_000, mostPictureBytes: 2_000_000 };

/** Links for guests: staff make them and turn them off. Guests come in by them, look on and, where the link says so, add notes. */
export function mountGuests(api: Api, parts: GuestRoutes): void {
  mountGuestLinks(api, parts.links);
  mountVisits(api, parts);
  mountGuestNotes(api, parts);
  mountGuestReports(api, parts);
}

function mountGuestLinks(api: Api, links: GuestLinks): void {
  api.on(getGuests, async ({ board }) => ({ guests: await links.linesOf(board.id) }));

  api.on(postGuest, async ({ session, board, body }) => {
    const token = await links.make(session.person, board, body);
    return { token, guests: await links.linesOf(board.id) };
  });

  api.on(postEndGuest, async ({ board, ids }) => {
    await links.end(board.id, ids.guest);
    return { guests: await links.linesOf(board.id) };
  });
}

function mountVisits(api: Api, parts: GuestRoutes): void {
  const { links, cookie, boards, clock } = parts;
  const drawings = new NewestDrawings();

  api.on(postEnterAsGuest, async ({ body, response }) => {
    const visit = await links.enter(body.token);
    response.append('Set-Cookie', cookie.write(visit.session, visit.pass.endsAt - clock.now()));
    return placeOf(visit, parts);
  });

  api.on(getGuestPlace, async ({ request }) =>
    placeOf(await links.visitOf(cookie.read(request.headers.cookie)), parts),
  );

  api.on(getGuestPicture, async ({ request }) => {
    const { board } = await links.visitOf(cookie.read(request.headers.cookie));
    const { page, theme } = request.query;
    const { items, version } = (await boards.open(board.id)).guestView();
    const isPage = typeof page === 'string' && items.get(page)?.record.typeName === 'page';
    const wish = { theme: theme === 'dark' ? 'dark' : 'light', page: isPage ? page : undefined } as const;
    const text = await drawings.get(`${board.id} ${version} ${wish.page} ${wish.theme}`, () =>
      parts.draw({ ...wish, items, title: board.title, gather: parts.gather, size: screenSize }),
    );
    return new PreparedAnswer({ text, type: 'svg', policy: stillPolicy });
  });
}

/** BP8: what guests add waits for staff of the school that asked them in. */
function mountGuestNotes(api: Api, { links, cookie, notes }: GuestRoutes): void {
  api.on(postGuestNote, async ({ request, body }) => {
    const visit = await links.visitOf(cookie.read(request.headers.cookie));
    return { notes: await notes.put(visit, body) };
  });

  api.on(postTakeNoteBack, async ({ request, body }) => {
    const visit = await links.visitOf(cookie.read(request.headers.cookie));
    return { notes: await notes.takeBack(visit, body) };
  });
}

/** SGD9: what worries a guest, to the leads of the school that asked them in and of whoever made it. */
function mountGuestReports(api: Api, { links, cookie, boards, report, schoolBrief }: GuestRoutes): void {
  api.on(postGuestConcern, async ({ request, body }) => {
    const { board, pass } = await links.visitOf(cookie.read(request.headers.cookie));
    const { id, record, reason, words } = body;
    const { items } = (await boards.open(board.id)).guestView();
    if (record !== null) found(items.get(record));
    const about = record === null ? ({ kind: 'board' } as const) : ({ kind: 'piece', record } as const);
    const wish = { id, about, reason, words };
    await report({ from: 'guest', schools: [pass.school], source: `guest ${pass.id}`, board, wish });
    const { name } = await schoolBrief(pass.school);
    const schools: string[] = [name];
    return { schools };
  });
}

/** Asking where one is is being there: everybody on the board is told of it. */
async function placeOf(visit: Visit, { boards, notes, schoolBrief }: GuestRoutes): Promise<GuestPlace> {
  const { board, pass } = visit;
  const live = await boards.open(board.id);
  live.guests.see(pass.id, pass.name);
  const { version, items } = live.guestView();
  const schools = await Promise.all(board.schools.map(schoolBrief));
  const adds = pass.adds === true;
  return {
    name: pass.name,
    title: board.title,
    schools,
    endsAt: pass.endsAt,
    version,
    invitedBy: (await schoolBrief(pass.school)).name,
    adds,
    stopped: adds ? live.refusalToWrite(asGuest(visit)) : null,
    notes: await notes.of(visit),
    pages: pagesOf(items, live.rules().staffPages),
  };
}

function pagesOf(items: ReadonlyMap<string, ViewItem>, staffPages: readonly string[]): GuestPlace['pages'] {
  const records = [...items.values()].map(({ record }) => record);
  const pages = records.filter(({ typeName }) => typeName === 'page');
  const inOrder = pages.toSorted((one, other) => (String(one['index']) < String(other['index']) ? -1 : 1));
  const pageOf = (id: unknown, depth = 0): unknown => {
    const parent = items.get(String(id))?.record;
    return parent?.typeName === 'shape' && depth < 10 ? pageOf(parent['parentId'], depth + 1) : id;
  };
  return inOrder.map(({ id, name }) => ({
    id,
    name: String(name),
    shows: frameOfPage(records, id, screenSize),
    isOpen: !staffPages.includes(id),
    words: records.flatMap((record) => {
      const words = record.typeName === 'shape' && pageOf(record['parentId']) === id ? textOf(record) : '';
      return words === '' ? [] : [{ record: record.id, text: words }];
    }),
  }));
}
