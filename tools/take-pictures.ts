import { join } from 'node:path';

import { lesson } from './pictures/lesson.ts';
import { Studio } from './pictures/studio.ts';
import { waysIn } from './pictures/ways-in.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');

/**
 * `pnpm pictures [number…]`: takes the pictures of `docs/pictures` from the built product with its demo, all of them or
 * those whose names begin with what is given.
 */
async function takePictures(wanted: readonly string[]): Promise<void> {
  await using studio = await Studio.open(folder);
  for (const { name, take } of [...lesson, ...waysIn]) {
    if (wanted.length > 0 && !wanted.some((start) => name.startsWith(start))) continue;
    await take(studio, name);
    console.log(`${name}.png`);
  }
}

await takePictures(process.argv.slice(2));
