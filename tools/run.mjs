/*
 * Behind `npm start`, `npm test` and `npm run bootstrap`: works with git, Node 18 or newer and npm, and nothing else.
 * Plain JavaScript without a dependency, because it runs before anything is installed. It prints on standard error
 * only: standard output belongs to the server, whose `demo:` line others read.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { childEnvironment } from './launcher/child-environment.mjs';
import { serverEnvironment } from './launcher/server-environment.mjs';
import { runChild } from './launcher/run-child.mjs';
import { findNode, findPnpm } from './launcher/toolchain.mjs';
import { buildWeb, install, isInstalled, isWebBuilt } from './launcher/workspace.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @returns {{ setting: import('./launcher/toolchain.mjs').Setting, workspace: import('./launcher/workspace.mjs').Workspace }} */
function prepare() {
  const setting = { root, env: process.env, hostNode: process.execPath, hostVersion: process.versions.node, say };
  const node = findNode(setting);
  return { setting, workspace: { root, node, env: childEnvironment(process.env, [dirname(node)]), say } };
}

/**
 * Fetches the tools and installs, and does nothing else.
 * @param {ReturnType<typeof prepare>} prepared
 */
function bootstrap({ setting, workspace }) {
  const pnpm = findPnpm(setting);
  const env = childEnvironment(process.env, [dirname(workspace.node), dirname(pnpm)]);
  return install({ ...workspace, env }, pnpm);
}

/**
 * @param {ReturnType<typeof prepare>} prepared
 * @param {readonly string[]} args
 */
async function start(prepared, args) {
  const { workspace } = prepared;
  const installed = isInstalled(root) ? 0 : await bootstrap(prepared);
  if (installed !== 0) return installed;
  const built = isWebBuilt(root) ? 0 : await buildWeb(workspace);
  if (built !== 0) return built;
  const env = serverEnvironment(root, workspace.env);
  const server = { command: workspace.node, cwd: root, env };
  // What only a first start does leaves its memory behind with a process of its own.
  if (!existsSync(env['NODE_COMPILE_CACHE'] ?? '') || !existsSync(resolve(root, env['DATA_DIR'] || 'data'))) {
    const filled = await runChild({ ...server, args: ['apps/server/src/main.ts', '--prepare'], stdout: 'stderr' });
    if (filled !== 0) return filled;
  }
  return runChild({
    ...server,
    args: ['apps/server/src/main.ts', ...args],
    followParent: process.env['npm_lifecycle_event'] !== undefined,
  });
}

/**
 * @param {ReturnType<typeof prepare>} prepared
 * @param {readonly string[]} args
 */
async function test(prepared, args) {
  const installed = await bootstrap(prepared);
  if (installed !== 0) return installed;
  const { node, env } = prepared.workspace;
  return runChild({ command: node, args: ['tools/gate.mjs', ...args], cwd: root, env });
}

const [verb, ...args] = process.argv.slice(2);
const verbs = { start, test, bootstrap };
if (verb === undefined || !Object.hasOwn(verbs, verb)) {
  say(`Usage: node tools/run.mjs ${Object.keys(verbs).join(' | ')}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await verbs[/** @type {keyof typeof verbs} */ (verb)](prepare(), args);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
