import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod';

const secrets = z.object({
  /** Ids of the demo's schools, to tell whether the file belongs to the database in use. */
  schools: z.array(z.string()),
  /** False while the demo is being put there; a start that was cut off leaves it so. */
  done: z.boolean(),
  staff: z.array(z.object({ school: z.string(), name: z.string(), email: z.string(), password: z.string() })),
  classes: z.array(
    z.object({
      school: z.string(),
      name: z.string(),
      code: z.string(),
      pupils: z.array(z.object({ name: z.string(), pin: z.array(z.int()) })),
    }),
  ),
});

/** How to sign in as everybody of the demo: random for each folder, kept beside the database for its owner alone. */
export type DemoSecrets = z.infer<typeof secrets>;

function fileIn(dataDir: string): string {
  return join(dataDir, 'demo.json');
}

/** The secrets kept in the folder, or null where there are none that can be read. */
export async function readDemoSecrets(dataDir: string): Promise<DemoSecrets | null> {
  try {
    const read = secrets.safeParse(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Keeps the secrets; whole or not at all, because the file is renamed into its place. */
export async function writeDemoSecrets(dataDir: string, value: DemoSecrets): Promise<void> {
  const fresh = `${fileIn(dataDir)}.new`;
  await writeFile(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(fresh, fileIn(dataDir));
}
