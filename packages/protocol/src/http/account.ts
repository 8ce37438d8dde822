import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { endpoint } from './endpoint.ts';

/** One sign-in of the asker that still holds. */
export const ownSession = z.object({
  id: entityId,
  startedAt: z.number(),
  /** When it last asked for anything, to ten minutes; now, while it has a board open. */
  seenAt: z.number(),
  /** What it was begun with, as far as a browser says: "Firefox", "Windows". */
  browser: z.nullable(z.string()),
  system: z.nullable(z.string()),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
});
export type OwnSession = z.infer<typeof ownSession>;

const ownSessions = z.object({ sessions: z.array(ownSession) });

export const getOwnSessions = endpoint({
  method: 'GET',
  path: '/api/account/sessions',
  action: 'manage the own account',
  summary: 'Lists where the asker is signed in, the newest first.',
  status: 200,
  answer: ownSessions,
});

export const postEndSessions = endpoint({
  method: 'POST',
  path: '/api/account/sessions/end',
  action: 'manage the own account',
  summary:
    'Ends one session of the asker, or all but the one that asks, their sockets too; answers those that are left. What is none of the asker’s ends nothing.',
  status: 200,
  body: z.object({ which: z.union([z.object({ session: entityId }), z.object({ others: z.literal(true) })]) }),
  answer: ownSessions,
});
