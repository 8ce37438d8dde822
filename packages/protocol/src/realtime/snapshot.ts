import * as z from 'zod/mini';
import { patch } from './patch.ts';

/** `GET /api/boards/:board/snapshot`: everything this session may see, as of (`viewRun`, `viewSeq`). */
export const snapshot = z.object({
  epoch: z.string(),
  viewRun: z.string(),
  viewSeq: z.int(),
  /** tldraw's serialised schema the records are written in. */
  schema: z.unknown(),
  shared: patch,
});
export type Snapshot = z.infer<typeof snapshot>;
