import { readFileSync } from 'node:fs';

import { StartFailure } from './start-failure.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function read(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    throw new StartFailure(`${option}=${file} cannot be read (${reason}): name a file that this user may read.`);
  }
}

/**
 * What the environment says about an option, or nothing. A secret may stand in a file instead, as container engines hand
 * secrets over: the environment of a process is shown in more places than its files. Throws `StartFailure`.
 */
export function givenIn(env: Environment, { name, isSecret }: { name: string; isSecret?: true }): string {
  const value = env[name]?.trim() ?? '';
  const file = isSecret ? (env[`${name}_FILE`]?.trim() ?? '') : '';
  if (file === '') return value;
  if (value !== '') throw new StartFailure(`${name} and ${name}_FILE are both set: leave one of them out.`);
  return read(`${name}_FILE`, file);
}
