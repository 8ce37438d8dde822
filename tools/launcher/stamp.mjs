import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Whether a finished piece of work still matches: its stamp file holds the wanted text.
 * @param {string} file
 * @param {string} wanted
 */
export function isStamped(file, wanted) {
  try {
    return readFileSync(file, 'utf8') === wanted;
  } catch {
    return false;
  }
}

/**
 * Written last, when the work is known to be good; an interrupted run leaves no stamp and is done again.
 * @param {string} file
 * @param {string} text
 */
export function stamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * Removed first, so that half a piece of work never looks finished.
 * @param {string} file
 */
export function unstamp(file) {
  rmSync(file, { force: true });
}
