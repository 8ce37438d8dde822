import { errorCodes, errorRules } from '@bridgeboard/protocol';

import { configOptions } from '../../apps/server/src/config-options.ts';
import english from '../../apps/web/src/i18n/messages/en.json' with { type: 'json' };

const words: Readonly<Record<string, string>> = english;

/** All codes of refusals with their HTTP status and what a reader is told. */
export function errorsPage(): string {
  const rows = errorCodes.map((code) => {
    const { status, retryable } = errorRules[code];
    return `| ${code} | ${status} | ${retryable ? 'yes' : 'no'} | ${words[`error.${code}`] ?? ''} |`;
  });
  return [
    '# Codes of refusals',
    '',
    'Generated from `packages/protocol/src/errors.ts` and the message catalogue; do not edit.',
    '',
    '| code | HTTP status | worth trying again | what a person reads |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** The options of the environment. */
export function configurationPage(): string {
  const rows = configOptions.map(
    ({ name, default: value, sentence, isSecret }) =>
      `| ${name}${isSecret ? ' or _FILE' : ''} | ${value === '' ? 'not set' : `\`${value}\``} | ${sentence} |`,
  );
  return [
    '# Configuration',
    '',
    'Generated from `apps/server/src/config-options.ts`; do not edit. Set in the environment; a bad value stops the start with a sentence that names it.',
    '',
    'Where `or _FILE` stands, the value may be in a file instead, as container engines hand secrets over: `MONGO_URL_FILE=/run/secrets/mongo_url`.',
    '',
    '| name | default | what it does |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
