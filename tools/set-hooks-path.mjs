/*
 * Runs on `pnpm install`: lets git use the hooks of this repository. An archive without git, a container without
 * the program and a hooks path that somebody chose are all left as they are, and never stop an install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string[]} args */
function git(...args) {
  return spawnSync('git', args, { cwd: root, encoding: 'utf8' });
}

if (existsSync(join(root, '.git')) && git('config', '--local', '--get', 'core.hooksPath').status === 1) {
  git('config', '--local', 'core.hooksPath', '.githooks');
}
