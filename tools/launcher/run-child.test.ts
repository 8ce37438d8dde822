import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const module = pathToFileURL(join(import.meta.dirname, 'run-child.mjs')).href;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgeboard-run-child-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a launcher which runs the given JavaScript as its child and ends with the child's code. */
function writeLauncher(childCode: string, options = {}): string {
  const child = join(folder, 'child.mjs');
  const launcher = join(folder, 'launcher.mjs');
  writeFileSync(child, childCode);
  const program = { command: process.execPath, args: [child], cwd: folder, ...options };
  writeFileSync(
    launcher,
    `import { runChild } from '${module}';
     process.exitCode = await runChild({ ...${JSON.stringify(program)}, env: process.env });`,
  );
  return launcher;
}

function launch(childCode: string): ReturnType<typeof spawn> {
  return spawn(process.execPath, [writeLauncher(childCode)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

describe('runChild', () => {
  it("ends with the child's own code", async () => {
    const [code] = await once(launch('process.exitCode = 7;'), 'exit');
    expect(code).toBe(7);
  });

  it('ends with 128 + the number of the signal that ended the child', async () => {
    const [code] = await once(launch("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);"), 'exit');
    expect(code).toBe(137);
  });

  it('leaves standard output to the child, from the first column on', async () => {
    expect(await textOf(launch("process.stdout.write('demo: {}\\n');").stdout)).toBe('demo: {}\n');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('hands %s on and waits for the child to finish its work', async (signal) => {
    const launcher = launch(
      `process.on('${signal}', () => { process.stdout.write('kept\\n'); process.exitCode = 3; clearInterval(wait); });
       const wait = setInterval(() => {}, 1000);
       process.stdout.write('ready\\n');`,
    );
    const exit = once(launcher, 'exit');
    let printed = '';
    launcher.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      if (printed === 'ready\n') launcher.kill(signal);
    });
    const [code] = await exit;
    expect({ code, printed }).toEqual({ code: 3, printed: 'ready\nkept\n' });
  });

  it('ends the child when npm, behind a shell, was killed outright', async () => {
    const launcher = writeLauncher(
      `process.on('SIGTERM', () => { process.stdout.write('kept\\n'); clearInterval(wait); });
       const wait = setInterval(() => {}, 1000);
       process.stdout.write('ready\\n');`,
      { followParent: true },
    );
    const shell = `const line = '"${process.execPath}" "${launcher}"; :';
      require('node:child_process').spawn('sh', ['-c', line], { stdio: 'inherit' });`;
    const npm = spawn(process.execPath, ['--eval', shell], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    npm.stdout.on('data', (chunk) => {
      printed += String(chunk);
      if (printed === 'ready\n') npm.kill('SIGKILL');
    });
    await once(npm.stdout, 'end');
    expect(printed).toBe('ready\nkept\n');
  });
});
