import * as z from 'zod/mini';
import { classAges, consent, consentKinds, pinKind } from '../model/directory.ts';
import { entityId } from '../model/ids.ts';
import { endpoint } from './endpoint.ts';

/** A class in the list of the own school. */
export const classLine = z.object({ id: entityId, name: z.string(), pin: pinKind, pupils: z.int() });
export type ClassLine = z.infer<typeof classLine>;

/** A class with its code and its pupils in the order of their names. `hasPin` is false until a pupil has chosen one. */
export const classView = z.object({
  id: entityId,
  name: z.string(),
  pin: pinKind,
  ages: classAges,
  code: z.string(),
  pupils: z.array(z.object({ id: entityId, name: z.string(), hasPin: z.boolean(), suspended: z.boolean(), consent })),
});
export type ClassView = z.infer<typeof classView>;

const className = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
/** Longer than any name may be: what exactly is wrong with it is for the gate to say. */
const pupilName = z.string().check(z.maxLength(200));
/** More than a class holds: one that is too long is refused as CLASS_FULL. */
const mostNames = 200;

export const getClasses = endpoint({
  method: 'GET',
  path: '/api/classes',
  action: 'manage classes',
  status: 200,
  summary: 'Lists the classes of the own school by name.',
  answer: z.object({ classes: z.array(classLine) }),
});

export const postClass = endpoint({
  method: 'POST',
  path: '/api/classes',
  action: 'manage classes',
  status: 201,
  summary: 'Makes a class of the own school, with a code and nobody in it.',
  body: z.object({ name: className, pin: z.optional(pinKind), ages: z.optional(classAges) }),
  answer: classView,
});

export const getClass = endpoint({
  method: 'GET',
  path: '/api/classes/:class',
  action: 'manage classes',
  status: 200,
  summary: 'One class of the own school.',
  answer: classView,
});

export const postClassChange = endpoint({
  method: 'POST',
  path: '/api/classes/:class',
  action: 'manage classes',
  status: 200,
  summary:
    'Renames a class, says how old its pupils are, or turns its PIN from pictures to words and back, which changes nobody’s secret.',
  body: z.object({ name: z.optional(className), pin: z.optional(pinKind), ages: z.optional(classAges) }),
  answer: classView,
});

export const postClassCode = endpoint({
  method: 'POST',
  path: '/api/classes/:class/code',
  action: 'manage classes',
  status: 200,
  summary: 'Gives a class a new code; the old one opens nothing from then on.',
  answer: classView,
});

/** A page to print, not JSON: a card for the wall and one for each pupil, with the class's code. */
export const getClassCards = endpoint({
  method: 'GET',
  path: '/classes/:class/cards',
  action: 'manage classes',
  status: 200,
  summary: 'The cards of a class as a page to print on A4: the class code as QR and in letters, a card for each pupil.',
  answer: z.string(),
});

export const postPupils = endpoint({
  method: 'POST',
  path: '/api/classes/:class/pupils',
  action: 'manage classes',
  status: 200,
  summary: 'Adds pupils by first name and initial: all of them, or none where one name cannot be taken.',
  body: z.object({ names: z.array(pupilName).check(z.minLength(1), z.maxLength(mostNames)) }),
  answer: classView,
});

export const postPupilName = endpoint({
  method: 'POST',
  path: '/api/classes/:class/pupils/:pupil',
  action: 'manage classes',
  status: 200,
  summary: 'Gives a pupil another name, on live boards too.',
  body: z.object({ name: pupilName }),
  answer: classView,
});

export const postPupilPin = endpoint({
  method: 'POST',
  path: '/api/classes/:class/pupils/:pupil/forget-pin',
  action: 'manage classes',
  status: 200,
  summary: 'Lets a pupil choose a new PIN next time, and ends the sessions they have.',
  answer: classView,
});

export const postConsent = endpoint({
  method: 'POST',
  path: '/api/classes/:class/consent',
  action: 'manage classes',
  status: 200,
  summary:
    'Notes for pupils of a class that their families consent to something, or no longer do; holds at once, also for what is published.',
  body: z.object({
    pupils: z.array(entityId).check(z.minLength(1), z.maxLength(mostNames)),
    kind: z.enum(consentKinds),
    given: z.boolean(),
  }),
  answer: classView,
});

/** A file to keep, not JSON: a page that holds everything of one pupil, with the same once more as JSON in it. */
export const getPupilFile = endpoint({
  method: 'GET',
  path: '/api/classes/:class/pupils/:pupil/file',
  action: 'manage classes',
  status: 200,
  summary:
    'All that is kept of one pupil in one file, for whoever has a right to it; reports of concern are not in it.',
  answer: z.string(),
});

export const postPupilRemoval = endpoint({
  method: 'POST',
  path: '/api/classes/:class/pupils/:pupil/remove',
  action: 'manage classes',
  status: 200,
  summary: 'Takes a pupil out of the class and erases their work everywhere, for good.',
  answer: classView,
});

export const postPupilSuspension = endpoint({
  method: 'POST',
  path: '/api/classes/:class/pupils/:pupil/suspend',
  action: 'manage classes',
  status: 200,
  summary: 'Keeps a pupil off all boards from now on and ends their sessions, or lets them come again.',
  body: z.object({ suspended: z.boolean() }),
  answer: classView,
});

export const postClassRemoval = endpoint({
  method: 'POST',
  path: '/api/classes/:class/remove',
  action: 'manage classes',
  status: 200,
  summary:
    'Deletes a class for good, with all its pupils and their work; its name has to be said. Answers the classes that are left, and who is erased.',
  body: z.object({ name: className }),
  answer: z.object({ classes: z.array(classLine), erased: z.array(entityId) }),
});
