import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { childEnvironment } from '../launcher/child-environment.mjs';
import { findPnpm } from '../launcher/toolchain.mjs';
import { PlantedRegistry } from './planted-registry.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const day = 24 * 60 * 60_000;
let folder: string;
let registry: PlantedRegistry;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridgeboard-planted-'));
  const mark = { postinstall: `node -e "require('fs').writeFileSync('${join(folder, 'it-ran')}', '')"` };
  registry = await PlantedRegistry.start(folder, [
    { name: 'planted-old', publishedAt: new Date(Date.now() - 30 * day) },
    { name: 'planted-young', publishedAt: new Date(Date.now() - day) },
    { name: 'planted-script', scripts: mark, publishedAt: new Date(Date.now() - 30 * day) },
  ]);
});
afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** Installs one package under our own settings, from the planted registry alone. */
async function install(name: string): Promise<{ code: number; said: string }> {
  const at = await mkdtemp(join(folder, 'project-'));
  const {
    catalog: _,
    packages: __,
    ...settings
  } = parse(await readFile(join(root, 'pnpm-workspace.yaml'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(at, 'pnpm-workspace.yaml'), stringify({ ...settings, packages: ['.'] }));
  await writeFile(
    join(at, 'package.json'),
    JSON.stringify({ name: 'project', private: true, dependencies: { [name]: '^1.0.0' } }),
  );
  const { env, execPath, versions } = process;
  const setting = { root, env, hostNode: execPath, hostVersion: versions.node, say: () => undefined };
  const child = spawn(
    findPnpm(setting),
    ['install', '--no-frozen-lockfile', `--registry=${registry.url}`, `--store-dir=${join(folder, 'store')}`],
    { cwd: at, env: { ...childEnvironment(env, [dirname(execPath)]), XDG_CACHE_HOME: join(folder, 'cache'), CI: '1' } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

it('[SEC-41] a package that has been out for some days is installed', async () => {
  const { code, said } = await install('planted-old');
  expect([code, said]).toEqual([0, expect.stringContaining('planted-old')]);
});

it('[SEC-41] one that came out yesterday is not', async () => {
  const { code, said } = await install('planted-young');
  expect([code, said]).toEqual([1, expect.stringContaining('NO_MATURE_MATCHING_VERSION')]);
});

it('[SEC-41] one that wants to run a script stops the install, and its script does not run', async () => {
  const { code, said } = await install('planted-script');
  expect([code, said]).toEqual([1, expect.stringContaining('IGNORED_BUILDS')]);
  expect(existsSync(join(folder, 'it-ran'))).toBe(false);
});
