import * as z from 'zod/mini';
import { clientId } from '../model/ids.ts';
import { move } from './presence.ts';

/**
 * What one person did, as one all-together step. `seq` counts this client's edits from 1 without holes; a client
 * sends each again until it is answered, and the server takes each number at most once.
 * Operations are checked one by one on the server, so that a bad one is refused alone; here they are only counted.
 */
export const edit = z.object({
  client: clientId,
  seq: z.int().check(z.positive()),
  /** The browser kept this for a while (no network, frozen, no teacher there): a pupil's late work is held in every mode. */
  late: z.optional(z.literal(true)),
  /** Where the pointer is now, as in `move`: who draws says both at once. */
  move: z.optional(move),
  ops: z.array(z.unknown()).check(z.minLength(1), z.maxLength(200)),
});
export type EditMessage = z.infer<typeof edit>;
