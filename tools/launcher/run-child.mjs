import { spawn } from 'node:child_process';
import { constants } from 'node:os';

import { lineage } from './lineage.mjs';

const forwarded = /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']);

/** How often to look whether npm still lives, in milliseconds. */
const parentCheckMs = 500;

/**
 * Runs a program to its end; signals sent to us are handed on and the program's own end is awaited.
 * @param {{ command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, stdout?: 'inherit' | 'stderr', followParent?: boolean }} program
 *   stdout 'stderr' keeps a tool's chatter off our standard output; followParent ends the program when npm was killed
 *   outright, which npm cannot hand on: a server left behind would hold its port and its data
 * @returns {Promise<number>} the exit code; 128 + number for a program that a signal ended
 */
export function runChild({ command, args, cwd, env, stdout = 'inherit', followParent = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['inherit', stdout === 'stderr' ? 2 : 'inherit', 'inherit'],
    });
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => {
      // On a terminal Ctrl-C reaches the whole process group by itself; a second one could be taken for impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    for (const signal of forwarded) process.on(signal, handOn);
    const family = lineage();
    const watch = followParent
      ? setInterval(() => lineage() !== family && child.kill('SIGTERM'), parentCheckMs)
      : undefined;
    const finish = () => {
      clearInterval(watch);
      for (const signal of forwarded) process.off(signal, handOn);
    };
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      finish();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
