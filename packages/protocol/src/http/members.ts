import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { schoolBrief } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

/** Most classes and single pupils that one choice names. */
const mostChosen = 500;

const memberPupil = z.object({ id: entityId, name: z.string(), takesPart: z.boolean() });

/** A class of the own school; `takesPart` says whether all of it does, those included who join it later. */
const memberClass = z.object({
  id: entityId,
  name: z.string(),
  takesPart: z.boolean(),
  pupils: z.array(memberPupil),
});

/** Who takes part in a board: of the own school by name, of others how many classes with all their pupils, or null for the whole school. */
export const boardMembers = z.object({
  isWhole: z.boolean(),
  classes: z.array(memberClass),
  others: z.array(z.object({ school: schoolBrief, classes: z.nullable(z.int()), pupils: z.int() })),
});
export type BoardMembers = z.infer<typeof boardMembers>;

export const getMembers = endpoint({
  method: 'GET',
  path: '/api/boards/:board/members',
  action: 'run a lesson',
  status: 200,
  summary: 'Who takes part in a board: own classes and pupils by name, of another school how many.',
  answer: boardMembers,
});

export const postMembers = endpoint({
  method: 'POST',
  path: '/api/boards/:board/members',
  action: 'run a lesson',
  status: 200,
  summary:
    'Says which classes and single pupils of the own school take part in a board; `classes` of null is the whole school. Sockets of pupils who do not any more end at once.',
  body: z.object({
    classes: z.nullable(z.array(entityId).check(z.maxLength(mostChosen))),
    pupils: z.array(entityId).check(z.maxLength(mostChosen)),
  }),
  answer: boardMembers,
});
