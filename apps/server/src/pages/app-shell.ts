import { locales } from '../../../web/src/i18n/locales.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import { attributes, html } from './html.ts';
import type { ChosenTheme } from './render-page.ts';
import { sayIn } from './say-in.ts';

interface Reader {
  readonly locale: Locale;
  readonly theme?: ChosenTheme;
}

/**
 * The app's `index.html` with language, direction and light of this reader on `<html>`, so that nothing is painted the
 * wrong way round before the first script runs, and a sentence for browsers without scripts.
 */
export function fillAppShell(shell: string, { locale, theme }: Reader): string {
  const opening = html`<html ${attributes({ lang: locale, dir: locales[locale].dir, 'data-theme': theme })}>`.markup;
  const withoutScripts = html`<noscript><p>${sayIn(locale)('app.noScript')}</p></noscript>`.markup;
  // Functions, because a replacement text would give `$` a meaning of its own.
  return shell.replace(/<html[^>]*>/, () => opening).replace('</body>', () => `${withoutScripts}</body>`);
}
