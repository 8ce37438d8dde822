import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { childEnvironment } from './child-environment.mjs';
import { isStamped, stamp, unstamp } from './stamp.mjs';

/** Type stripping without a flag and `node:sqlite` without a warning: what the server runs on. */
const oldestNodeMajor = 24;
const fetchedNode = '24.21.0';

const onWindows = process.platform === 'win32';
const exe = onWindows ? '.exe' : '';

/**
 * @typedef {object} Setting
 * @property {string} root
 * @property {NodeJS.ProcessEnv} env
 * @property {string} hostNode path of the Node that runs the launcher
 * @property {string} hostVersion its version, without "v"
 * @property {(line: string) => void} say
 */

/** @param {string} version */
function major(version) {
  return Number.parseInt(version, 10);
}

/**
 * The pnpm that package.json pins, e.g. "12.21.0": the one place that names it.
 * @param {string} root
 * @returns {string}
 */
export function pinnedPnpm(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = /^pnpm@(\d+\.\d+\.\d+)/.exec(manifest.packageManager ?? '')?.[1];
  if (!version) throw new Error('package.json: "packageManager" must pin pnpm, for example "pnpm@12.21.0".');
  return version;
}

/**
 * Asked outside the repository, where pnpm would follow the repository's own pin before it answers.
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} what `program --version` answers, without "v"; undefined when it does not run
 */
function versionOf(program, env) {
  const { status, stdout } = spawnSync(program, ['--version'], {
    env,
    encoding: 'utf8',
    timeout: 20_000,
    cwd: tmpdir(),
  });
  return status === 0 ? stdout.trim().replace(/^v/, '') : undefined;
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
function findInPath(name, env) {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  // A package's own .bin folder is not the host's: npm puts it there for the length of its run.
  return folders
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, `${name}${exe}`))
    .find((file) => existsSync(file));
}

/** @param {string} root */
function toolsFolder(root) {
  return join(root, '.tools');
}

/**
 * Where npm may have put Node: the package `node`, or the platform's own one where install scripts are blocked.
 * @param {string} root
 */
function fetchedNodePaths(root) {
  const modules = join(toolsFolder(root), 'node_modules');
  const platform = `node-${onWindows ? 'win' : process.platform}-${process.arch}`;
  return [join(modules, 'node', 'bin', `node${exe}`), join(modules, platform, 'bin', `node${exe}`)];
}

/**
 * Runs the npm that came with the host's Node.
 * @param {Setting} setting
 * @param {readonly string[]} packages
 */
function npmInstall({ root, env, hostNode }, packages) {
  const options = ['--prefix', toolsFolder(root), '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const args = ['install', ...options, ...packages];
  const npmCli = env['npm_execpath'];
  const [command, all] = npmCli?.endsWith('npm-cli.js') ? [hostNode, [npmCli, ...args]] : ['npm', args];
  // npm's own words go to standard error: standard output belongs to the server.
  spawnSync(command, all, {
    env: childEnvironment(env, []),
    stdio: ['ignore', 2, 2],
    shell: onWindows && command === 'npm',
  });
}

/**
 * A piece of the toolchain, fetched once. The stamp is written only after the program itself said its version.
 * @param {Setting} setting
 * @param {{ name: string, version: string, megabytes: number, paths: readonly string[], attempts: readonly (readonly string[])[] }} tool
 * @returns {string} path of the program
 */
function fetchOnce(setting, { name, version, megabytes, paths, attempts }) {
  const { root, env, say } = setting;
  const marker = join(toolsFolder(root), `${name}.verified`);
  const wanted = `${version} ${process.platform}-${process.arch}\n`;
  if (isStamped(marker, wanted)) {
    const known = paths.find((path) => existsSync(path));
    if (known) return known;
  }
  unstamp(marker);
  mkdirSync(toolsFolder(root), { recursive: true });
  for (const packages of [[], ...attempts]) {
    if (packages.length > 0) {
      say(`Fetching ${packages.join(' and ')} from the npm registry into .tools (about ${megabytes} MB, once).`);
      npmInstall(setting, packages);
    }
    const good = paths.find((path) => existsSync(path) && versionOf(path, env) === version);
    if (good) {
      stamp(marker, wanted);
      return good;
    }
  }
  throw new Error(`${name} ${version} could not be fetched: is the npm registry reachable? (npm config get registry)`);
}

/**
 * The Node that everything runs on: the host's when it is new enough, else one of our own.
 * @param {Setting} setting
 * @returns {string} path of the program
 */
export function findNode(setting) {
  if (major(setting.hostVersion) >= oldestNodeMajor) return setting.hostNode;
  const paths = fetchedNodePaths(setting.root);
  const platformPackage = `node-${onWindows ? 'win' : process.platform}-${process.arch}@${fetchedNode}`;
  return fetchOnce(setting, {
    name: 'node',
    version: fetchedNode,
    megabytes: 190,
    paths,
    attempts: [[`node@${fetchedNode}`], [platformPackage]],
  });
}

/**
 * The pnpm that installs: the host's when its major is the pinned one, else the pinned one itself.
 * @param {Setting} setting
 * @returns {string} path of the program
 */
export function findPnpm(setting) {
  const { root, env } = setting;
  const pinned = pinnedPnpm(root);
  const host = findInPath('pnpm', env);
  if (host && major(versionOf(host, env) ?? '') === major(pinned)) return host;
  return fetchOnce(setting, {
    name: 'pnpm',
    version: pinned,
    megabytes: 65,
    paths: [join(toolsFolder(root), 'node_modules', 'pnpm', `pnpm${exe}`)],
    attempts: [[`pnpm@${pinned}`]],
  });
}
