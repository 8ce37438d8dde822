import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { httpPage } from './reference/http-page.ts';
import { limitsPage } from './reference/limits-page.ts';
import { socketPage } from './reference/socket-page.ts';
import { configurationPage, errorsPage } from './reference/tables.ts';

/** Writes `docs/reference`, or with `--check` fails where a page is not what the code says. */
const pages: Readonly<Record<string, string>> = {
  'http.md': httpPage(),
  'socket.md': socketPage(),
  'errors.md': errorsPage(),
  'limits.md': limitsPage(),
  'configuration.md': configurationPage(),
};
const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const [name, text] of Object.entries(pages)) {
  const file = fileURLToPath(new URL(`../docs/reference/${name}`, import.meta.url));
  if (!isCheck) writeFileSync(file, text);
  else if (read(file) !== text) stale.push(name);
}
if (stale.length > 0) {
  process.stderr.write(`docs/reference is out of date (${stale.join(', ')}): run "pnpm reference"\n`);
  process.exitCode = 1;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
