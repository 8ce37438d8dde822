import { locales } from '../../../web/src/i18n/locales.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import { attributes, html } from './html.ts';
import type { Html } from './html.ts';

/** The light a reader chose; without a choice the device decides. */
export type ChosenTheme = 'light' | 'dark' | undefined;

interface Page {
  readonly locale: Locale;
  readonly theme?: ChosenTheme;
  readonly title: string;
  readonly styles: Html;
  readonly body: Html;
  /** Addresses of deferred scripts of our own origin. The page works without them. */
  readonly scripts?: readonly string[];
}

/** A whole document: language and direction on `<html>`, styles inside, no inline script. */
export function renderPage({ locale, theme, title, styles, body, scripts = [] }: Page): string {
  const page = attributes({ lang: locale, dir: locales[locale].dir, 'data-theme': theme });
  return html`<!doctype html>
    <html ${page}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="same-origin" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${styles} ${scripts.map((address) => html`<script type="module" src="${address}"></script>`)}
      </head>
      ${body}
    </html>`.markup;
}
