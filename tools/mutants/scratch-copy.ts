import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readlink, realpath, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Folders that git does not know and that tests want to find. */
const builtFolders = ['apps/web/dist'];

/**
 * Copies the working files, tracked or not, into an empty folder and makes it a workspace of its own: our packages lead to
 * the copies, everything installed to what is installed here. Nothing that is changed there changes anything here.
 */
export async function copyWorkspace(root: string, to: string): Promise<void> {
  for (const path of await workingFiles(root)) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await copyFile(join(root, path), join(to, path));
  }
  for (const folder of await packageFolders(root)) await linkModules(root, { to, folder });
  for (const folder of builtFolders) {
    if (existsSync(join(root, folder))) await symlink(join(root, folder), join(to, folder));
  }
}

async function workingFiles(root: string): Promise<string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const paths = stdout.split('\0').filter((path) => path !== '');
  const isFile = await Promise.all(
    paths.map(async (path) => {
      const found = await lstat(join(root, path)).catch(() => null);
      return found?.isFile() === true;
    }),
  );
  return paths.filter((_, i) => isFile[i]);
}

/** The root and every folder that has modules of its own. */
async function packageFolders(root: string): Promise<string[]> {
  const folders = ['.'];
  for (const parent of ['packages', 'apps']) {
    for (const name of await readdir(join(root, parent))) folders.push(join(parent, name));
  }
  return folders.filter((folder) => existsSync(join(root, folder, 'node_modules')));
}

/** Links that lead to our packages lead to their copies, all others to what they lead to here. */
async function linkModules(root: string, about: { to: string; folder: string }): Promise<void> {
  const from = join(root, about.folder, 'node_modules');
  const into = join(about.to, about.folder, 'node_modules');
  await mkdir(into, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.name.startsWith('@') && entry.isDirectory()) {
      await mkdir(join(into, entry.name));
      for (const name of await readdir(join(from, entry.name))) {
        await linkModule(root, {
          from: join(from, entry.name, name),
          into: join(into, entry.name, name),
          to: about.to,
        });
      }
    } else if (entry.isSymbolicLink() || entry.name === '.pnpm' || entry.name === '.bin') {
      await linkModule(root, { from: join(from, entry.name), into: join(into, entry.name), to: about.to });
    }
  }
}

async function linkModule(root: string, link: { from: string; into: string; to: string }): Promise<void> {
  const isLink = (await lstat(link.from)).isSymbolicLink();
  const target = isLink ? resolve(dirname(link.from), await readlink(link.from)) : link.from;
  const path = relative(root, target);
  const isOurs = /^(?:packages|apps)\//.test(path) && !path.includes('node_modules');
  await symlink(isOurs ? join(link.to, path) : await realpath(target), link.into);
}
