import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const prefix = 'virtual:messages/';
const folder = new URL('../src/i18n/messages/', import.meta.url);
const sourceLocale = 'en';

type Catalogue = Readonly<Record<string, string>>;

/** Path of a locale's catalogue: a flat JSON object of ICU messages by id. */
function cataloguePath(locale: string): string {
  return fileURLToPath(new URL(`${locale}.json`, folder));
}

async function readCatalogue(locale: string): Promise<Catalogue> {
  return JSON.parse(await readFile(cataloguePath(locale), 'utf8')) as Catalogue;
}

/** What stands in for some messages of a locale, and is no catalogue by itself: `young/en`. */
function isPart(locale: string): boolean {
  return locale.includes('/');
}

/** Compiles every message of a locale; a message not translated yet falls back to the British English source. */
async function compileLocale(locale: string): Promise<string> {
  const source = isPart(locale) ? {} : await readCatalogue(sourceLocale);
  const messages = { ...source, ...(await readCatalogue(locale)) };
  const compiled = Object.entries(messages).map(([id, message]) => {
    try {
      return [id, compileMessageOrThrow(message)];
    } catch (cause) {
      throw new Error(`${locale}.json: "${id}" is not a valid ICU message`, { cause });
    }
  });
  return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(compiled)))});`;
}

/**
 * Serves `virtual:messages/<locale>` as a module of compiled messages, so that browsers carry no ICU parser.
 * A broken message stops the build and names its id.
 */
export function compileMessages(): Plugin {
  return {
    name: 'bridgeboard:compile-messages',
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const locale = id.slice(prefix.length + 1);
      this.addWatchFile(cataloguePath(locale));
      this.addWatchFile(cataloguePath(sourceLocale));
      return compileLocale(locale);
    },
  };
}
