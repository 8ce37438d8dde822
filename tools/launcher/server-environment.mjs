import { join } from 'node:path';

/**
 * The environment of a server that runs for months, where nobody has set it otherwise; the Dockerfile sets the same.
 * - NODE_COMPILE_CACHE keeps modules as they were read and stripped of their types the first time: later starts take half
 *   the time, and the compiler of types (some 20 MB) is never loaded.
 * - MALLOC_…: what checking a password takes (16 MB and more, on several threads at a time) goes back to the system
 *   instead of staying with each thread.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(root, env) {
  return {
    NODE_COMPILE_CACHE: join(root, '.tools', 'compile-cache'),
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '1048576',
    ...env,
  };
}
