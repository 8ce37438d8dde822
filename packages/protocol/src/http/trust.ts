import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { trustAfter, trustCause, trustKind, trustLevel } from '../model/trust.ts';
import { endpoint } from './endpoint.ts';

/** Where a pupil stands for one kind of content, and why. */
const trustLine = z.object({
  /** Null: as the board says. */
  level: z.nullable(trustLevel),
  cause: trustCause,
  /** Approvals in a row since then. */
  clean: z.int(),
  at: z.nullable(z.number()),
  /** The colleague who set it, by name. */
  by: z.nullable(z.string()),
});
export type TrustLine = z.infer<typeof trustLine>;

export const classTrust = z.object({
  /** After how many approvals in a row a level rises by itself; null: never. */
  after: trustAfter,
  pupils: z.array(
    z.object({ id: entityId, name: z.string(), words: trustLine, drawing: trustLine, picture: trustLine }),
  ),
});
export type ClassTrust = z.infer<typeof classTrust>;

export const getClassTrust = endpoint({
  method: 'GET',
  path: '/api/classes/:class/trust',
  action: 'manage classes',
  status: 200,
  summary: 'What the pupils of a class of the own school are trusted with, and why.',
  answer: classTrust,
});

export const postPupilTrust = endpoint({
  method: 'POST',
  path: '/api/classes/:class/pupils/:pupil/trust',
  action: 'manage classes',
  status: 200,
  summary: 'Says what a pupil of the own school is trusted with for one kind of content; null: as the board says.',
  body: z.object({ kind: trustKind, level: z.nullable(trustLevel) }),
  answer: classTrust,
});

export const postTrustAfter = endpoint({
  method: 'POST',
  path: '/api/school/trust',
  action: 'run the own school',
  status: 200,
  summary: 'Says after how many approvals in a row a pupil of the own school is trusted with more; null: never.',
  body: z.object({ after: trustAfter }),
  answer: z.object({}),
});
