import { readFileSync } from 'node:fs';

import * as z from 'zod';

const packageFile = z.object({ version: z.string() });

/** The product's version, as its package says. */
export function productVersion(): string {
  return packageFile.parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;
}
