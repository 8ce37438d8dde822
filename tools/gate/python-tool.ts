import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { isStamped, stamp, unstamp } from '../launcher/stamp.mjs';
import { aptInstall, findProgram, mayInstall } from './apt.ts';
import { runProgram } from './run-program.ts';
import type { GateContext } from './step.ts';

const fetchTimeoutMs = 180_000;

/** A program of the Python package index that tests start as a process of its own, and that is never shipped. */
export interface PythonTool {
  /** Its folder in `.tools`. */
  readonly folder: string;
  /** As pip takes it, with an exact version. */
  readonly requirement: string;
  readonly program: string;
  /** In words, with its size. */
  readonly what: string;
}

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

/** Path of the program, fetched once into `.tools`; undefined where it cannot be had. */
export async function fetchPythonTool(context: GateContext, tool: PythonTool): Promise<string | undefined> {
  const folder = join(context.root, '.tools', tool.folder);
  const program = join(folder, 'bin', tool.program);
  const marker = join(context.root, '.tools', `${tool.folder}.verified`);
  if (existsSync(program) && isStamped(marker, tool.requirement)) return program;
  unstamp(marker);
  context.say(`  fetching ${tool.what} from the Python package index into .tools/${tool.folder}, once`);
  if (!(await makeEnvironment(context, folder))) return undefined;
  const pip = join(folder, 'bin', 'pip');
  if (!(await succeeds(context, pip, ['install', '--quiet', '--disable-pip-version-check', tool.requirement])))
    return undefined;
  if (!existsSync(program)) return undefined;
  stamp(marker, tool.requirement);
  return program;
}
