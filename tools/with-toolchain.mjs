/*
 * Runs one of our TypeScript tools with the Node of the toolchain, whatever Node the caller has:
 * `node tools/with-toolchain.mjs tools/bench/main.ts --quick`. Plain JavaScript, so that an old Node can run it.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { childEnvironment } from './launcher/child-environment.mjs';
import { runChild } from './launcher/run-child.mjs';
import { findNode } from './launcher/toolchain.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [tool, ...args] = process.argv.slice(2);

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

if (tool === undefined) {
  say('Usage: node tools/with-toolchain.mjs TOOL [arguments]');
  process.exitCode = 2;
} else {
  try {
    const hostVersion = process.versions.node;
    const node = findNode({ root, env: process.env, hostNode: process.execPath, hostVersion, say });
    const env = childEnvironment(process.env, [dirname(node)]);
    process.exitCode = await runChild({ command: node, args: [tool, ...args], cwd: root, env });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
