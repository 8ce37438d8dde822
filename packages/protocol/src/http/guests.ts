import * as z from 'zod/mini';
import { errorCodes } from '../errors.ts';
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
  /** Whether the guest may add notes, or only look on. */
  adds: z.boolean(),
  /** Whether the guest is looking at the board right now. */
  here: z.boolean(),
});
export type GuestLine = z.infer<typeof guestLine>;

const guests = z.object({ guests: z.array(guestLine) });

/** Longest text of a guest's note, in characters. */
export const longestGuestNote = 500;

/** Colours that a guest's note can have. */
export const guestNoteColors = ['yellow', 'light-blue', 'light-green', 'light-red', 'light-violet'] as const;
const noteColor = z.enum(guestNoteColors);
export type GuestNoteColor = z.infer<typeof noteColor>;

/** Where a point of a page is, in the page's own units. */
const point = z.object({ x: z.number(), y: z.number() });

/** A note of the guest's own, and what became of it (BP9). */
const guestNote = z.object({
  id: recordId,
  text: z.string(),
  color: z.string(),
  page: z.string(),
  /** Its middle; null where it stands on the board no more. */
  at: z.nullable(point),
  state: z.enum(['waiting', 'returned', 'school', 'board', 'rejected', 'away']),
  /** What staff said when they sent it back or did not accept it. */
  said: z.optional(z.string()),
  /** How many changes of it have been taken. */
  rev: z.int(),
});
export type GuestNote = z.infer<typeof guestNote>;

/** What a guest is shown beside the picture of the board. */
const guestPlace = z.object({
  name: z.string(),
  title: z.string(),
  schools: z.array(schoolBrief),
  endsAt: z.number(),
  /** Another one whenever what guests see has changed. */
  version: z.string(),
  /** The school that asked the guest in, whose staff see first what the guest adds. */
  invitedBy: z.string(),
  /** Whether the guest may add notes, and why not just now; null where nothing stands against it. */
  adds: z.boolean(),
  stopped: z.nullable(z.enum(errorCodes)),
  /** The newest first. */
  notes: z.array(guestNote),
  /** Pages in their order, each with the words on it, for whoever listens to the board. */
  pages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Which part of the page its picture shows, in the page's own units. */
      shows: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      /** False where only staff change it. */
      isOpen: z.boolean(),
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
    'Makes a link for a named guest, who looks on for so many minutes and no longer, and may add notes where `adds` is true; its token is answered this once.',
  body: z.object({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    minutes: z.int().check(z.minimum(5), z.maximum(longestVisitMinutes)),
    adds: z.optional(z.boolean()),
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

/** One change of one note: sent again as it was it changes nothing, because each number is taken once (P33). */
const noteChange = { note: recordId, rev: z.int().check(z.positive()) };

export const postGuestNote = endpoint({
  method: 'POST',
  path: '/api/guest/notes',
  action: 'look on as a guest',
  status: 200,
  summary:
    'Adds a note, or changes an own one, whose id is known. It waits for staff of the school that asked the guest in. Without `at` it gets a free place; a known note stays where it is.',
  body: z.object({
    ...noteChange,
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000)),
    color: noteColor,
    page: recordId,
    at: z.nullable(point),
  }),
  answer: z.object({ notes: z.array(guestNote) }),
});

export const postTakeNoteBack = endpoint({
  method: 'POST',
  path: '/api/guest/notes/take-back',
  action: 'look on as a guest',
  status: 200,
  summary: 'Takes an own note off the board, or out of the queue.',
  body: z.object(noteChange),
  answer: z.object({ notes: z.array(guestNote) }),
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
