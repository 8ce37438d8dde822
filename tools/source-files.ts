import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One file of ours: path relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const codeFolders = ['packages', 'apps', 'e2e', 'tools'];
const foreign = new Set(['node_modules', 'dist', 'coverage']);

function pathsBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return foreign.has(entry.name) ? [] : pathsBelow(root, path);
    return [path];
  });
}

/** Every file below the folders whose path matches, sorted. */
export function readFiles(root: string, matching: RegExp, folders: readonly string[] = codeFolders): SourceFile[] {
  return folders
    .flatMap((folder) => pathsBelow(root, folder))
    .filter((path) => matching.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** TypeScript of ours, tests included. */
export const typescript = /\.tsx?$/;

/** Test files and the suites they share: they may be long, and are no part of the product. */
export function isTest(path: string): boolean {
  return /\.(?:test|contract)\.tsx?$/.test(path) || /(?:^|\/)(?:e2e|test|contract)\//.test(path);
}
