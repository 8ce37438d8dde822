import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { isStamped, stamp, unstamp } from '../../launcher/stamp.mjs';
import { aptInstall, findProgram, mayInstall } from '../apt.ts';
import { runProgram } from '../run-program.ts';
import type { GateContext } from '../step.ts';

/** MongoDB's wire protocol over WiredTiger: a test tool, started as a process of its own, never shipped. */
const version = '0.7.0b3';
const fetchTimeoutMs = 180_000;

async function succeeds(context: GateContext, command: string, args: readonly string[]): Promise<boolean> {
  const { root, env, signal } = context;
  const ended = await runProgram({
    command,
    args,
    cwd: root,
    env,
    signal,
    timeoutMs: fetchTimeoutMs,
    output: 'capture',
  });
  if (ended.code !== 0) context.say(ended.output.trimEnd());
  return ended.code === 0;
}

async function makeEnvironment(context: GateContext, folder: string): Promise<boolean> {
  const args = ['-m', 'venv', '--clear', folder];
  if (findProgram(['python3'], context.env) && (await succeeds(context, 'python3', args))) return true;
  // Debian keeps venv in a package of its own.
  if (!mayInstall(context.env) || !(await aptInstall(context, ['python3-venv']))) return false;
  return succeeds(context, 'python3', args);
}

/** Path of the test server's program, fetched once into `.tools/mongo`; undefined where it cannot be had. */
export async function fetchSecantus(context: GateContext): Promise<string | undefined> {
  const folder = join(context.root, '.tools', 'mongo');
  const program = join(folder, 'bin', 'secantusd-py');
  const marker = join(context.root, '.tools', 'mongo.verified');
  if (existsSync(program) && isStamped(marker, version)) return program;
  unstamp(marker);
  context.say(`  fetching SecantusDB ${version} from the Python package index into .tools/mongo (about 145 MB, once)`);
  if (!(await makeEnvironment(context, folder))) return undefined;
  const pip = join(folder, 'bin', 'pip');
  if (!(await succeeds(context, pip, ['install', '--quiet', '--disable-pip-version-check', `secantusdb==${version}`])))
    return undefined;
  if (!existsSync(program)) return undefined;
  stamp(marker, version);
  return program;
}

/** What it is called in the report. */
export const secantusName = `SecantusDB ${version}`;
