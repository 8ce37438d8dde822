import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What the figures were taken on and with. */
export interface Surroundings {
  /** YYYY-MM-DD, UTC. */
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly versions: Readonly<Record<string, string>>;
}

const { resolve } = createRequire(import.meta.url);
const measured = ['@tldraw/sync-core', '@hocuspocus/server', 'yjs', 'ws', 'tldraw'] as const;

/** Reads the package's own manifest, found from its main file: not every package exports it. */
function versionOf(name: string): string {
  for (let folder = dirname(resolve(name)); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
      if (manifest['name'] === name) return String(manifest['version']);
    } catch {
      // No manifest in this folder: the next one up.
    }
  }
  return 'unknown';
}

export function readSurroundings(now: Date): Surroundings {
  const versions: Record<string, string> = { node: process.versions.node };
  for (const name of measured) versions[name] = versionOf(name);
  return {
    date: now.toISOString().slice(0, 10),
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    versions,
  };
}
