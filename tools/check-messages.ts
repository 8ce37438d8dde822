import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

import type { CheckResult } from './gate/check-step.ts';
import { isTest, readFiles, typescript } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

type Catalogue = Readonly<Record<string, string>>;

/** The first is the source; the others say the same. */
const languages = ['en', 'fr', 'ar'] as const;
const folder = 'apps/web/src/i18n/messages';

/** `t('board.save')` and the like: the functions that fetch a message. */
const fetched = /\b(?:t|say|translate)\(\s*'([^']+)'/g;
/** Quoted text that could be an id: ids are handed round as values too. */
const quoted = /'([A-Za-z][\w-]*(?:\.[\w-]+)+)'|"([A-Za-z][\w-]*(?:\.[\w-]+)+)"/g;
/** An id that is put together: `error.${code}`, of one part or several. */
const composed = /`([A-Za-z][\w.-]*\.)\$\{[^}]+\}(?:[\w.-]*\$\{[^}]+\})*([\w.-]*)`/g;

/** Names of the values in a compiled message: plain ones, and those that plurals and selections turn on. */
function namesIn(part: unknown): string[] {
  if (!Array.isArray(part)) return [];
  return part.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , branches] = token as [unknown, unknown?, unknown?];
    const inner = typeof branches === 'object' && branches !== null ? Object.values(branches).flatMap(namesIn) : [];
    return name === '#' ? inner : [String(name), ...inner];
  });
}

function placeholders(message: string): string {
  return [...new Set(namesIn(compileMessageOrThrow(message)))].sort().join(', ');
}

function compareLanguages(catalogues: Readonly<Record<string, Catalogue>>): string[] {
  const [source, ...others] = languages;
  const original = catalogues[source] ?? {};
  return others.flatMap((language) => {
    const translated = catalogues[language] ?? {};
    return [
      ...Object.keys(original)
        .filter((id) => !(id in translated))
        .map((id) => `${language}.json: "${id}" is missing`),
      ...Object.keys(translated)
        .filter((id) => !(id in original))
        .map((id) => `${language}.json: "${id}" is not in ${source}.json`),
      ...Object.entries(translated)
        .filter(([id, text]) => id in original && placeholders(text) !== placeholders(original[id] ?? ''))
        .map(([id]) => `${language}.json: "${id}" has other values than {${placeholders(original[id] ?? '')}}`),
    ];
  });
}

function composedIds(text: string, ids: readonly string[]): string[] {
  return [...text.matchAll(composed)].flatMap(([, start = '', end = '']) =>
    ids.filter((id) => id.startsWith(start) && id.endsWith(end)),
  );
}

function usedIds(sources: readonly SourceFile[], ids: readonly string[]): Set<string> {
  const used = sources.flatMap(({ text }) => [
    ...[...text.matchAll(quoted)].map(([, single, double]) => single ?? double ?? ''),
    ...[...text.matchAll(fetched)].map(([, id]) => id ?? ''),
    ...composedIds(text, ids),
  ]);
  return new Set(used);
}

/** Every message is used, every used one exists, in every language, with the same values in it. */
export function judgeMessages(
  catalogues: Readonly<Record<string, Catalogue>>,
  sources: readonly SourceFile[],
): CheckResult {
  const ids = Object.keys(catalogues[languages[0]] ?? {});
  const used = usedIds(sources, ids);
  const problems = [
    ...compareLanguages(catalogues),
    ...ids.filter((id) => !used.has(id)).map((id) => `${languages[0]}.json: "${id}" is not used`),
    ...sources.flatMap(({ path, text }) =>
      [...text.matchAll(fetched)]
        .map(([, id = '']) => id)
        .filter((id) => !ids.includes(id))
        .map((id) => `${path}: there is no message "${id}"`),
    ),
  ];
  if (ids.length === 0) problems.push(`${folder}/${languages[0]}.json holds no message`);
  return { problems, summary: `${ids.length} messages in ${languages.length} languages` };
}

export function checkMessages(root: string): CheckResult {
  const catalogues = Object.fromEntries(
    languages.map((language) => {
      const file = join(root, folder, `${language}.json`);
      return [language, existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Catalogue) : {}];
    }),
  );
  return judgeMessages(
    catalogues,
    readFiles(root, typescript, ['apps']).filter(({ path }) => !isTest(path)),
  );
}
