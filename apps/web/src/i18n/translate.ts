import { useLingui } from '@lingui/react';

import type en from './messages/en.json';

/** Every message there is; British English is the source. */
export type MessageId = keyof typeof en;

type MessageValues = Readonly<Record<string, string | number | Date>>;

/** Says a message in some reader's language: the browser's `t`, or the server's for one page. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

/** `t` for components: a new function, so a new render, when the reader chooses another language. */
export function useT(): Translate {
  const { _: translate } = useLingui();
  return translate;
}
