import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { CheckResult } from './gate/check-step.ts';

/** Licences that let a school run and change what it got, and ask for no more than their own text. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);

/** Packages that say something else, or nothing, and were looked at one by one. */
const decided: readonly { readonly name: RegExp; readonly licence: string; readonly why: string }[] = [
  { name: /^(?:tldraw|@tldraw\/.+)$/, licence: 'SEE LICENSE IN LICENSE.md', why: 'ADR 0001; its text is in LICENSES' },
  { name: /^axe-core$/, licence: 'MPL-2.0', why: 'a tool of the tests, not part of what a school runs' },
  { name: /^lightningcss(?:-.+)?$/, licence: 'MPL-2.0', why: 'a tool of the build, unchanged' },
  {
    name: /^@img\/sharp-libvips-.+$/,
    licence: 'LGPL-3.0-or-later',
    why: 'a library of its own beside sharp, unchanged, that whoever runs the server can replace; ADR 16',
  },
  { name: /^xmlhttprequest-ssl$/, licence: 'none', why: 'MIT by the file LICENSE in the package' },
];

/** What a manifest says about a package. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** As it stands there; older packages write an object or a list. */
  readonly license?: unknown;
  readonly licenses?: unknown;
}

function wordsOf(license: unknown): string {
  if (typeof license === 'string') return license;
  if (Array.isArray(license)) return license.map(wordsOf).join(' OR ');
  return typeof license === 'object' && license !== null && 'type' in license ? wordsOf(license.type) : 'none';
}

/** `(A OR B) AND C`: of an OR one must be allowed, of an AND all. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/\sAND\s/.test(bare)) return bare.split(/\sAND\s/).every(isAllowed);
  if (/\sOR\s/.test(bare)) return bare.split(/\sOR\s/).some(isAllowed);
  return allowed.has(bare);
}

/** Each package has a licence from the list, or a decision of its own. */
export function judgeLicences(packages: readonly Licensed[]): CheckResult {
  const problems = packages.flatMap(({ name, version, license, licenses }) => {
    const words = wordsOf(license ?? licenses);
    const isDecided = decided.some((each) => each.name.test(name) && each.licence === words);
    return isAllowed(words) || isDecided
      ? []
      : [`${name} ${version}: its licence is "${words}", which nobody decided on`];
  });
  if (packages.length === 0) problems.push('no package is installed');
  return { problems, summary: `${packages.length} installed packages` };
}

/** Where pnpm put a package: `@scope+name@1.0.0_peers` holds `node_modules/@scope/name`. */
function manifestIn(store: string, entry: string): string {
  const name = entry.slice(0, entry.indexOf('@', 1)).replace('+', '/');
  return join(store, entry, 'node_modules', name, 'package.json');
}

export function checkLicences(root: string): CheckResult {
  const store = join(root, 'node_modules', '.pnpm');
  const entries = existsSync(store) ? readdirSync(store).filter((entry) => entry.indexOf('@', 1) > 0) : [];
  const manifests = entries.map((entry) => manifestIn(store, entry)).filter((file) => existsSync(file));
  return judgeLicences(manifests.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Licensed));
}
