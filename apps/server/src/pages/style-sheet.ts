import { readFileSync } from 'node:fs';

import { trusted } from './html.ts';
import type { Html } from './html.ts';

const tokens = read(new URL('../../../web/src/ui/tokens.css', import.meta.url));

function read(file: URL): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/(?<=[a-z-]): /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

function namesIn(css: string): Set<string> {
  return new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? ''));
}

/** The tokens that are used, and those that they use: a page of 25 kB has no room for a whole palette. */
function tokensFor(text: string): string {
  const used = namesIn(text);
  for (let before = -1; before !== used.size;) {
    before = used.size;
    const declarations = [...tokens.matchAll(/(--[\w-]+):([^;}]*)/g)].filter(([, name = '']) => used.has(name));
    for (const [, , value = ''] of declarations) for (const name of namesIn(value)) used.add(name);
  }
  const kept = tokens.replaceAll(/(--[\w-]+):[^;}]*;?/g, (whole, name: string) => (used.has(name) ? whole : ''));
  return kept.replaceAll(';}', '}');
}

/**
 * The style sheet of a page made here, as one `<style>`: a page that is painted from one answer is there on a slow line.
 * `files` are the page's own sheets beside this file; `markup` is what it draws, for the tokens used in drawings.
 * Read once at start, never a request.
 */
export function styleSheet(files: readonly string[], markup: string): Html {
  const own = files.map((file) => read(new URL(file, import.meta.url))).join('');
  return trusted(`<style>${tokensFor(own + markup)}${own}</style>`);
}
