import type { Directory, QueueIndex } from '@bridgeboard/storage';

import type { QueueReading } from './readings.ts';

interface Parts {
  readonly directory: Pick<Directory, 'schools'>;
  readonly queue: Pick<QueueIndex, 'openOf'>;
  readonly now: () => number;
}

/** How the work that waits stands over all schools, or null where the store does not answer. */
export async function readQueue({ directory, queue, now }: Parts): Promise<QueueReading | null> {
  try {
    const schools = await directory.schools();
    const open = (await Promise.all(schools.map(({ id }) => queue.openOf(id)))).flat();
    const oldest = open.reduce((before, { openedAt }) => Math.min(before, openedAt), now());
    return { openLines: open.length, oldestSeconds: (now() - oldest) / 1_000 };
  } catch {
    return null;
  }
}
