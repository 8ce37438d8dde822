import * as z from 'zod/mini';
import { classAges, pinKind } from '../model/directory.ts';
import { entityId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

/** Names of the 24 pictures a picture PIN is made of, by number from 0. */
export const pinPictures = [
  'cat',
  'fish',
  'owl',
  'elephant',
  'sun',
  'boat',
  'turtle',
  'kite',
  'lion',
  'tree',
  'bee',
  'drum',
  'rabbit',
  'moon',
  'mango',
  'frog',
  'house',
  'butterfly',
  'whale',
  'star',
  'umbrella',
  'dog',
  'flower',
  'key',
] as const;
export type PinPicture = (typeof pinPictures)[number];

/** The alphabet of class codes: no vowels, nothing that looks like something else (0 O 1 I L U). */
export const codeAlphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** Letters and digits of a class code as typed, in capitals without the dash; eight of them. */
const classCode = z.string().check(z.maxLength(20));

const friend = z.object({ name: z.string(), avatar: z.enum(pinPictures), you: z.boolean() });

export const postCode = endpoint({
  method: 'POST',
  path: '/api/join/code',
  action: 'come in by code',
  summary: "Shows a class code at the door; opens the list of names while a board's door is open.",
  status: 200,
  body: z.object({ code: classCode }),
  answer: z.object({
    className: z.string(),
    /** What the tiles of a PIN look like. */
    pin: pinKind,
    ages: classAges,
    school: schoolBrief,
    pupils: z.array(
      z.object({ id: entityId, name: z.string(), avatar: z.enum(pinPictures), here: z.boolean(), hasPin: z.boolean() }),
    ),
  }),
});

export const postPin = endpoint({
  method: 'POST',
  path: '/api/join/pin',
  action: 'come in by code',
  summary: 'A pupil says who they are with four pictures; sets the session cookie and puts them in the lobby.',
  status: 200,
  body: z.object({
    pupil: entityId,
    pin: z.array(z.int().check(z.minimum(0), z.maximum(23))).check(z.length(4)),
  }),
  answer: z.object({ name: z.string() }),
});

export const getLobby = endpoint({
  method: 'GET',
  path: '/api/lobby',
  action: 'wait in the lobby',
  summary: 'Where a pupil at the door stands: waiting with which friends, let in to which board, or the door is shut.',
  status: 200,
  answer: z.object({
    state: z.enum(['waiting', 'admitted', 'shut']),
    board: z.nullable(z.object({ id: entityId, title: z.string(), schools: z.array(schoolBrief) })),
    /** Display names of the own school's staff who can let this pupil in. */
    staff: z.array(z.string()),
    className: z.string(),
    friends: z.array(friend),
  }),
});
