import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import rules from '../.dependency-cruiser.mjs';
import { cruiseFolders } from './check-boundaries.ts';
import type { CheckResult } from './gate/check-step.ts';

/** A file that must not be let through: what it imports, and the rule that has to object. */
interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const plants: readonly Plant[] = [
  { rule: 'protocol-imports', file: 'packages/protocol/src/a.ts', imports: '../../domain/src/index.ts' },
  { rule: 'domain-imports', file: 'packages/domain/src/a.ts', imports: 'node:fs' },
  { rule: 'domain-imports', file: 'packages/domain/src/b.ts', imports: '../../storage/src/index.ts' },
  { rule: 'schema-check-imports', file: 'packages/domain/src/schema-check/a.ts', imports: 'tldraw' },
  { rule: 'picture-imports', file: 'packages/picture/src/a.ts', imports: '../../domain/src/index.ts' },
  { rule: 'sync-client-imports', file: 'packages/sync-client/src/a.ts', imports: 'react' },
  { rule: 'storage-imports', file: 'packages/storage/src/ports/a.ts', imports: '../sqlite/index.ts' },
  { rule: 'storage-ports-name-types-only', file: 'packages/storage/src/ports/b.ts', imports: 'mongoose' },
  { rule: 'storage-memory-imports', file: 'packages/storage/src/memory/a.ts', imports: 'node:fs' },
  { rule: 'storage-sqlite-imports', file: 'packages/storage/src/sqlite/a.ts', imports: 'mongoose' },
  { rule: 'storage-mongo-imports', file: 'packages/storage/src/mongo/a.ts', imports: '../sqlite/index.ts' },
  { rule: 'storage-s3-imports', file: 'packages/storage/src/s3/a.ts', imports: '../mongo/index.ts' },
  {
    rule: 'server-adapters-in-one-file',
    file: 'apps/server/src/rooms/a.ts',
    imports: '@bridgeboard/storage/sqlite',
  },
  { rule: 'server-express-and-sockets-at-the-edge', file: 'apps/server/src/rooms/b.ts', imports: 'express' },
  { rule: 'server-features-apart', file: 'apps/server/src/boards/a.ts', imports: '../publishing/b.ts' },
  { rule: 'server-without-the-browser', file: 'apps/server/src/rooms/c.ts', imports: '../../../web/src/ui/b.ts' },
  { rule: 'web-without-the-server', file: 'apps/web/src/ui/a.ts', imports: '../../../server/src/rooms/z.ts' },
  { rule: 'web-without-node', file: 'apps/web/src/ui/c.ts', imports: 'node:path' },
  { rule: 'web-features-apart', file: 'apps/web/src/features/boards/a.ts', imports: '../board/b.ts' },
  { rule: 'web-parts-below-features', file: 'apps/web/src/ui/d.ts', imports: '../features/board/b.ts' },
  { rule: 'web-features-below-app', file: 'apps/web/src/features/board/c.ts', imports: '../../app/router.ts' },
  { rule: 'tldraw-in-one-folder', file: 'apps/web/src/features/boards/b.ts', imports: 'tldraw' },
  { rule: 'no-cycles', file: 'packages/picture/src/b.ts', imports: './c.ts' },
  { rule: 'packages-by-their-front-door', file: 'packages/sync-client/src/b.ts', imports: '../../domain/src/deep.ts' },
  {
    rule: 'apps-by-the-front-door',
    file: 'apps/server/src/rooms/d.ts',
    imports: '../../../../packages/domain/src/deep.ts',
  },
  { rule: 'packages-below-apps', file: 'packages/testkit/src/a.ts', imports: '../../../apps/server/src/rooms/z.ts' },
  {
    rule: 'simulator-runs-the-engine-alone',
    file: 'packages/testkit/src/simulator/a.ts',
    imports: '../../../../apps/web/src/ui/b.ts',
  },
  { rule: 'tests-are-not-imported', file: 'apps/server/src/rooms/e.ts', imports: './x.test.ts' },
  { rule: 'declared-packages-only', file: 'apps/server/src/rooms/f.ts', imports: 'lodash' },
  { rule: 'no-development-packages-in-the-product', file: 'apps/server/src/rooms/g.ts', imports: 'left-pad' },
  { rule: 'no-broken-imports', file: 'apps/server/src/rooms/h.ts', imports: './gone.ts' },
  { rule: 'no-broken-imports', file: 'apps/server/src/rooms/i.ts', imports: './gone.ts' },
];

const innocent: Readonly<Record<string, string>> = {
  'packages/picture/src/c.ts': "import type { planted } from './b.ts';\nexport type C = typeof planted;\n",
  ...Object.fromEntries(
    [
      'packages/domain/src/index.ts',
      'packages/domain/src/deep.ts',
      'packages/storage/src/index.ts',
      'packages/storage/src/sqlite/index.ts',
      'apps/server/src/rooms/z.ts',
      'apps/server/src/rooms/x.test.ts',
      'apps/server/src/publishing/b.ts',
      'apps/web/src/ui/b.ts',
      'apps/web/src/app/router.ts',
      'apps/web/src/features/board/b.ts',
    ].map((file) => [file, 'export const fine = 1;\n']),
  ),
};

const registryPackages = ['tldraw', 'react', 'mongoose', 'express', 'lodash', 'left-pad'];

function manifest(extra: object): string {
  return JSON.stringify({ type: 'module', ...extra });
}

/** A small workspace in the shape of ours, with everything in it that must be refused. */
function plantedFiles(): Record<string, string> {
  const files: Record<string, string> = { ...innocent };
  for (const { file, imports } of plants)
    files[file] = `import * as other from '${imports}';\nexport const planted = other;\n`;
  // Imports inside the newer kinds of statement are seen as well.
  files['apps/server/src/rooms/i.ts'] =
    "export async function f() { await using x = await import('./gone.ts'); return x; }\n";
  for (const name of registryPackages) {
    files[`node_modules/${name}/package.json`] = manifest({ name, main: 'index.js' });
    files[`node_modules/${name}/index.js`] = 'export const fine = 1;\n';
  }
  const storage = { name: '@bridgeboard/storage', exports: { './sqlite': './src/sqlite/index.ts' } };
  files['packages/storage/package.json'] = manifest(storage);
  // Declared where a declaration is not what is tested.
  const dependencies = Object.fromEntries(['tldraw', 'react', 'mongoose', 'express'].map((name) => [name, '1.0.0']));
  files['package.json'] = manifest({ name: 'canary', dependencies, devDependencies: { 'left-pad': '1.0.0' } });
  return files;
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/**
 * Proves that the boundary check bites: each of its rules is broken once, in a folder of its own, and has to object.
 * A rule that nothing here breaks is a failure too.
 */
export async function runBoundaryCanary(): Promise<CheckResult> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'bridgeboard-canary-')));
  try {
    await write(folder, plantedFiles());
    await mkdir(join(folder, 'node_modules/@bridgeboard'));
    await symlink(join(folder, 'packages/storage'), join(folder, 'node_modules/@bridgeboard/storage'));
    const { summary } = await cruiseFolders(folder, ['packages', 'apps']);
    const caught = new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
    const missed = plants.filter(({ rule, file }) => !caught.has(`${rule} ${file}`));
    const idle = rules.forbidden.filter(({ name }) => !plants.some(({ rule }) => rule === name));
    const problems = [
      ...missed.map(({ rule, file, imports }) => `${rule} let ${file} import ${imports}`),
      ...idle.map(({ name }) => `${name} is broken by no plant: add one`),
    ];
    return { problems, summary: `${plants.length} forbidden imports, ${plants.length - missed.length} refused` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
