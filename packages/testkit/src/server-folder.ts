import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder that a run of tests has had filled with the demo; each server takes a copy. */
export const filledFolderVariable = 'BRIDGEBOARD_FILLED_FOLDER';

type Environment = Readonly<Record<string, string>>;

/**
 * A new folder for a server with this environment. It is a copy of the one that the run has filled where the demo will be
 * in it, else empty. Filling takes most of a start: it hashes what every person comes in with.
 */
export async function newServerFolder(env: Environment = {}): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'bridgeboard-'));
  const filled = process.env[filledFolderVariable];
  const hasDemo = env['DEMO'] !== '0' && env['MONGO_URL'] === undefined;
  if (filled !== undefined && hasDemo) await cp(filled, path, { recursive: true });
  return path;
}
