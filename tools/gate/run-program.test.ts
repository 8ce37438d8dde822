import { tmpdir } from 'node:os';

import { describe, expect, it } from 'vitest';

import { runProgram } from './run-program.ts';
import type { Program } from './run-program.ts';

function program(code: string, over: Partial<Program> = {}): Program {
  return {
    command: process.execPath,
    args: ['--eval', code],
    cwd: tmpdir(),
    env: process.env,
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    output: 'capture',
    ...over,
  };
}

const forEver = 'setInterval(() => {}, 1000)';

describe('runProgram', () => {
  it('returns the exit code and all that was printed', async () => {
    const ended = await runProgram(program("console.log('out'); console.error('err'); process.exitCode = 4"));
    expect(ended).toMatchObject({ code: 4, timedOut: false });
    expect(ended.output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('ends a program that hangs, with what it started, and says so', async () => {
    const child = `require('node:child_process').spawn(process.execPath, ['--eval', '${forEver}'], { stdio: 'inherit' })`;
    const ended = await runProgram(program(`${child}; ${forEver}`, { timeoutMs: 300 }));
    // The output closes only when the grandchild is gone too.
    expect(ended).toMatchObject({ code: 1, timedOut: true });
  });

  it('ends a program when the gate is stopped', async () => {
    const stop = new AbortController();
    const running = runProgram(program(forEver, { signal: stop.signal }));
    stop.abort();
    expect(await running).toMatchObject({ code: 1, timedOut: false });
  });

  it('answers 127 for a program that is not there', async () => {
    const ended = await runProgram(program('', { command: 'no-such-program-of-bridgeboard' }));
    expect(ended).toMatchObject({ code: 127, timedOut: false });
  });
});
