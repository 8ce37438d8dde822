import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const skippedFolders = new Set(['node_modules', 'dist', '.git', 'test']);
const skippedFiles = /\.(?:test|contract)\.tsx?$|\.log$/;

/**
 * Files below a path that decide what is built, relative to the root, sorted; tests are none of them.
 * @param {string} root
 * @param {string} path a file or folder, relative to the root; one that does not exist has no files
 * @returns {string[]}
 */
function filesBelow(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => !(entry.isDirectory() ? skippedFolders.has(entry.name) : skippedFiles.test(entry.name)))
    .flatMap((entry) => filesBelow(root, `${path}/${entry.name}`))
    .sort();
}

/**
 * One digest over names and contents. Contents, not times: a checkout of another branch and back changes nothing.
 * @param {string} root
 * @param {readonly string[]} paths
 * @returns {string} hexadecimal SHA-256
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(root, path))) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest('hex');
}
