import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { CannotOpenStorage } from '@bridgeboard/storage';
import * as z from 'zod';

import { mostSchools } from '../apps/server/src/lesson-with-sessions.ts';
import { StartFailure } from '../apps/server/src/start-failure.ts';
import { makeSessions } from './sessions/make-sessions.ts';

const usage = `Usage: pnpm sessions --data DIR --json FILE [--pupils N] [--schools 1..${mostSchools}] [--mode held|own-school|open]`;

const count = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number);
const wishes = z.object({
  data: z.string().min(1),
  json: z.string().min(1),
  pupils: count.default(58),
  schools: count.pipe(z.number().min(1).max(mostSchools)).default(2),
  mode: z.enum(['held', 'own-school', 'open']).default('held'),
});

function readWishes(args: string[]): z.infer<typeof wishes> | null {
  const option = { type: 'string' } as const;
  const options = { data: option, json: option, pupils: option, schools: option, mode: option };
  try {
    return wishes.safeParse(parseArgs({ args, options }).values).data ?? null;
  } catch {
    return null;
  }
}

/**
 * `pnpm sessions`: a board with a teacher for each school and N admitted pupils, whose session cookies it writes for a
 * load generator. The server that uses the folder must be stopped.
 */
async function main(args: string[]): Promise<number> {
  const wish = readWishes(args);
  if (wish === null) {
    console.error(usage);
    return 2;
  }
  const { data, json, ...rest } = wish;
  try {
    const lesson = await makeSessions({ dataDir: resolve(data), ...rest });
    // Whoever has these cookies is these people.
    await writeFile(json, `${JSON.stringify(lesson, null, 1)}\n`, { mode: 0o600 });
    console.log(`${lesson.people.length} sessions for board ${lesson.board} are in ${json}`);
    return 0;
  } catch (error) {
    if (!(error instanceof CannotOpenStorage || error instanceof StartFailure)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
