import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { fingerprint } from './fingerprint.mjs';
import { runChild } from './run-child.mjs';
import { isStamped, stamp, unstamp } from './stamp.mjs';

/** @typedef {{ root: string, node: string, env: NodeJS.ProcessEnv, say: (line: string) => void }} Workspace */

/**
 * Folders that end up in the browser: the web app, and the workspace packages it needs, their needs included.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function bundledFolders(root, folder) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const needed = Object.keys(dependencies)
    .filter((name) => name.startsWith('@bridgeboard/'))
    .flatMap((name) => bundledFolders(root, name.replace('@bridgeboard/', 'packages/')));
  return [...new Set([folder, ...needed])];
}

/** @param {string} root */
function webInputs(root) {
  return [...bundledFolders(root, 'apps/web'), 'pnpm-lock.yaml'];
}

/** @param {string} root */
function installInputs(root) {
  const manifests = ['apps', 'packages'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`)
      : [],
  );
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests];
}

/** @param {string} root */
function installStamp(root) {
  // Inside node_modules: whoever deletes that folder deletes the claim that it is complete.
  return join(root, 'node_modules', '.bridgeboard-installed');
}

/** @param {string} root */
function webStamp(root) {
  return join(root, '.tools', 'web-build');
}

/**
 * Whether node_modules is what the lockfile says.
 * @param {string} root
 */
export function isInstalled(root) {
  return isStamped(installStamp(root), fingerprint(root, installInputs(root)));
}

/**
 * Installs exactly what the lockfile names. pnpm's words go to standard error.
 * @param {Workspace} workspace
 * @param {string} pnpm
 * @returns {Promise<number>} pnpm's exit code
 */
export async function install({ root, env, say }, pnpm) {
  say('Installing packages as pnpm-lock.yaml names them (about 400 MB on disk the first time).');
  unstamp(installStamp(root));
  const code = await runChild({
    command: pnpm,
    // Nobody is there to answer when pnpm wants to lay node_modules anew.
    args: ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
    cwd: root,
    env,
    stdout: 'stderr',
  });
  if (code === 0) stamp(installStamp(root), fingerprint(root, installInputs(root)));
  return code;
}

/**
 * Whether the built web app is the one of today's sources.
 * @param {string} root
 */
export function isWebBuilt(root) {
  return (
    existsSync(join(root, 'apps/web/dist/index.html')) && isStamped(webStamp(root), fingerprint(root, webInputs(root)))
  );
}

/**
 * Builds the web app with the Node of the toolchain.
 * @param {Workspace} workspace
 * @returns {Promise<number>} Vite's exit code
 */
export async function buildWeb({ root, node, env, say }) {
  say('Building the web app.');
  unstamp(webStamp(root));
  const inputs = fingerprint(root, webInputs(root));
  const code = await runChild({
    command: node,
    args: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    cwd: join(root, 'apps/web'),
    env,
    stdout: 'stderr',
  });
  // Sources that changed while Vite read them are built again the next time: the fingerprint is from before.
  if (code === 0) stamp(webStamp(root), inputs);
  return code;
}
