import * as z from 'zod/mini';
import { concernReason } from '../model/concern.ts';
import { entityId, recordId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

/** Longest that a guest link holds: a day. */
const longestVisitMinutes = 24 * 60;

/** A link for a named guest of one lesson, as staff of the board's schools see it. The link itself is told once, when it is made. */
const guestLine = z.object({
  id: entityId,
  name: z.string(),
  /** Who made it. */
  by: z.string(),
  school: entityId,
  endsAt: z.number(),
  /** Whether the guest is looking at the board right now. */
  here: z.boolean(),
});
export type GuestLine = z.infer<typeof guestLine>;

const guests = z.object({ guests: z.array(guestLine) });

/** What a guest is shown beside the picture of the board. */
const guestPlace = z.object({
  name: z.string(),
  title: z.string(),
  schools: z.array(schoolBrief),
  endsAt: z.number(),
  /** Another one whenever what guests see has changed. */
  version: z.string(),
  /** Pages in their order, each with the words on it, for whoever listens to the board. */
  pages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      words: z.array(z.object({ record: z.string(), text: z.string() })),
    }),
  ),
});
export type GuestPlace = z.infer<typeof guestPlace>;

export const getGuests = endpoint({
  method: 'GET',
  path: '/api/boards/:board/guests',
  action: 'run a lesson',
  status: 200,
  summary: 'Links for guests of a board that hold now.',
  answer: guests,
});

export const postGuest = endpoint({
  method: 'POST',
  path: '/api/boards/:board/guests',
  action: 'run a lesson',
  status: 201,
  summary:
    'Makes a link for a named guest, who looks on for so many minutes and no longer; its token is answered this once.',
  body: z.object({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    minutes: z.int().check(z.minimum(5), z.maximum(longestVisitMinutes)),
  }),
  answer: z.extend(guests, { token: z.string() }),
});

export const postEndGuest = endpoint({
  method: 'POST',
  path: '/api/boards/:board/guests/:guest/end',
  action: 'run a lesson',
  status: 200,
  summary: 'Turns a guest link off, and whoever looks on by it.',
  answer: guests,
});

export const postEnterAsGuest = endpoint({
  method: 'POST',
  path: '/api/guest/enter',
  action: 'come in by link',
  status: 200,
  summary: 'Shows the token of a guest link; sets a cookie with which this device, and no other, looks on.',
  body: z.object({ token: z.string().check(z.maxLength(120)) }),
  answer: guestPlace,
});

export const getGuestPlace = endpoint({
  method: 'GET',
  path: '/api/guest',
  action: 'look on as a guest',
  status: 200,
  summary: 'Where a guest is: the board, how long still, and what is written on it.',
  answer: guestPlace,
});

export const getGuestPicture = endpoint({
  method: 'GET',
  path: '/api/guest/board.svg',
  action: 'look on as a guest',
  status: 200,
  summary: 'One page of the board as everybody on it sees it (`?page=`, `?theme=dark`).',
  answer: z.string(),
});

export const postGuestConcern = endpoint({
  method: 'POST',
  path: '/api/guest/concerns',
  action: 'look on as a guest',
  status: 200,
  summary: 'Reports something on the board to the safeguarding leads, by its guest. It is kept before it is answered.',
  body: z.object({
    id: entityId,
    /** Id of the piece, or null for the whole board. */
    record: z.nullable(recordId),
    reason: concernReason,
    words: z.optional(z.string().check(z.maxLength(500))),
  }),
  answer: z.object({ schools: z.array(z.string()) }),
});
