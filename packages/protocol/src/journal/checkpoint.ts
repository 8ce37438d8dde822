import * as z from 'zod/mini';

/** Says that all chunks of a checkpoint are there; written last (P32). The board's state as of entry `seq`. */
export const checkpointManifest = z.object({
  board: z.string(),
  epoch: z.string(),
  seq: z.int(),
  chunks: z.int(),
  /** tldraw's serialised schema the records are written in (D8). */
  schema: z.unknown(),
});
export type CheckpointManifest = z.infer<typeof checkpointManifest>;
