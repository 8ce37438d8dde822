import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { snapshot } from '../realtime/snapshot.ts';
import { endpoint } from './endpoint.ts';

/** A board in a list, as the person who asks may see it. `waiting` counts the own school's cases only, staff only. */
export const boardLine = z.object({
  id: entityId,
  title: z.string(),
  schools: z.array(schoolBrief),
  changedAt: z.number(),
  doorOpenUntil: z.number(),
  hereNow: z.int(),
  waiting: z.int(),
  published: z.boolean(),
});
export type BoardLine = z.infer<typeof boardLine>;

/** A board that nobody works on any more: `goesAt` is the earliest moment at which it is deleted. */
const archivedBoard = z.object({
  id: entityId,
  title: z.string(),
  schools: z.array(schoolBrief),
  changedAt: z.number(),
  archivedAt: z.number(),
  goesAt: z.number(),
});
export type ArchivedBoard = z.infer<typeof archivedBoard>;

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

export const getBoards = endpoint({
  method: 'GET',
  path: '/api/boards',
  action: 'list boards',
  status: 200,
  summary:
    'Lists the boards this person may see, newest change first; for staff apart from them those that are archived.',
  answer: z.object({ boards: z.array(boardLine), archived: z.array(archivedBoard) }),
});

export const postBringBack = endpoint({
  method: 'POST',
  path: '/api/boards/:board/bring-back',
  action: 'bring a board back',
  status: 200,
  summary: 'Brings an archived board back into the lists; one that is not archived stays as it is.',
  answer: z.object({ broughtBack: z.boolean() }),
});

export const postBoard = endpoint({
  method: 'POST',
  path: '/api/boards',
  action: 'make a board',
  status: 201,
  summary: 'Makes a blank board for a partnership of the own school (the only one, if none is named).',
  body: z.object({ title, partnership: z.optional(entityId) }),
  answer: z.object({ id: entityId }),
});

export const getBoard = endpoint({
  method: 'GET',
  path: '/api/boards/:board',
  action: 'look at a board',
  status: 200,
  summary: 'One board as in the list.',
  answer: boardLine,
});

export const getSnapshot = endpoint({
  method: 'GET',
  path: '/api/boards/:board/snapshot',
  action: 'look at a board',
  status: 200,
  summary:
    'Everything on the board that this session may see, without its private part, which comes on the socket. `?from=N`: at least as new as `viewSeq` N of this `viewRun`, for whoever missed a frame.',
  answer: snapshot,
});

const classAtDoor = z.object({ id: entityId, name: z.string(), code: z.string() });
const waitingPupil = z.object({
  pupil: entityId,
  name: z.string(),
  avatar: z.string(),
  className: z.string(),
  since: z.number(),
});

/** What staff see of the door: until when it is open, own classes' codes, own pupils who wait; of others only who lets them in. */
export const door = z.object({
  openUntil: z.number(),
  /** Somebody guesses codes, so newcomers on networks that nobody has come from today wait until the door is opened anew. */
  newcomersHeld: z.boolean(),
  classes: z.array(classAtDoor),
  waiting: z.array(waitingPupil),
  inside: z.array(z.object({ pupil: entityId, name: z.string(), className: z.string(), online: z.boolean() })),
});
export type Door = z.infer<typeof door>;

export const getDoor = endpoint({
  method: 'GET',
  path: '/api/boards/:board/door',
  action: 'run a lesson',
  status: 200,
  summary: 'The door as staff of one school see it.',
  answer: door,
});

export const postDoor = endpoint({
  method: 'POST',
  path: '/api/boards/:board/door',
  action: 'run a lesson',
  status: 200,
  summary:
    'Opens the door for some minutes, or shuts it with 0. For five minutes codes of its schools are heard from every network.',
  body: z.object({ minutes: z.int().check(z.minimum(0), z.maximum(240)) }),
  answer: door,
});

export const postAdmit = endpoint({
  method: 'POST',
  path: '/api/boards/:board/admit',
  action: 'run a lesson',
  status: 200,
  summary: 'Lets waiting pupils of the own school in.',
  body: z.object({ pupils: z.array(entityId).check(z.minLength(1), z.maxLength(300)) }),
  answer: door,
});

export const postDismiss = endpoint({
  method: 'POST',
  path: '/api/boards/:board/dismiss',
  action: 'run a lesson',
  status: 200,
  summary: 'Sends pupils of the own school out; their sockets end at once.',
  body: z.object({ pupils: z.array(entityId).check(z.minLength(1), z.maxLength(300)) }),
  answer: door,
});
