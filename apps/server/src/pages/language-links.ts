import { localeCodes, locales } from '../../../web/src/i18n/locales.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { attributes, html } from './html.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';

/** Each language in its own name and script, as plain links: `?lang=fr`, which the server turns into a cookie. */
export function languageLinks(current: Locale, say: Translate): Html {
  return html`<h2 id="language">${say('frontDoor.language')}</h2>
    <ul class="tongues" aria-labelledby="language">
      ${localeCodes.map((code) => languageLink(code, code === current))}
    </ul>`;
}

function languageLink(code: Locale, isCurrent: boolean): Html {
  const link = attributes({
    href: `?lang=${code}`,
    lang: code,
    hreflang: code,
    'aria-current': isCurrent ? 'true' : undefined,
  });
  return html`<li><a ${link}>${isCurrent ? icon('check') : undefined}${locales[code].name}</a></li>`;
}
