import * as z from 'zod/mini';
import { clientId } from '../model/ids.ts';

/**
 * What one person did, as one all-together step. `seq` counts this client's edits from 1 without holes; a browser has
 * one edit on its way at a time and sends it again until it is answered, and the server takes each number at most once.
 * Operations are checked one by one on the server, so that a bad one is refused alone; here they are only counted.
 */
export const edit = z.object({
  client: clientId,
  seq: z.int().check(z.positive()),
  ops: z.array(z.unknown()).check(z.minLength(1), z.maxLength(200)),
});
export type EditMessage = z.infer<typeof edit>;
