import { brokenBridge } from '../../../web/src/drawings/broken-bridge.ts';
import { drawingSvg } from '../../../web/src/drawings/drawing-svg.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { brand } from './brand.ts';
import { html, trusted } from './html.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { renderPage } from './render-page.ts';
import type { ChosenTheme } from './render-page.ts';
import { sayIn } from './say-in.ts';
import { styleSheet } from './style-sheet.ts';

interface TroublePage {
  readonly locale: Locale;
  readonly theme?: ChosenTheme;
  readonly trouble: 'error' | 'notFound' | 'offline' | 'setup';
  /** What to tell whoever looks after Bridgeboard: an error's code, with the request's id where there is one. */
  readonly code: string;
}

const drawing = drawingSvg(brokenBridge, { className: 'scene' });
const styles = styleSheet(['page.css', 'trouble-page.css'], drawing);

/** What happened, what is safe, what to do, and a code for the teacher. */
export function renderTroublePage({ locale, theme, trouble, code }: TroublePage): string {
  const say = sayIn(locale);
  const body = html`<body class="trouble">
    <header>
      ${brand(say)}${trouble === 'offline' ? html`<span class="badge">${icon('offline')}${say('trouble.offline')}</span>` : undefined}
    </header>
    ${trusted(drawing)}
    <main>
      <h1>${say(`trouble.${trouble}.title`)}</h1>
      <p class="lead">${say(`trouble.${trouble}.lead`)}</p>
      <ul>
        ${fact(icon('check'), say(`trouble.${trouble}.safe`), say(`trouble.${trouble}.safeText`))}
        ${fact(icon('retry'), say(`trouble.${trouble}.next`), say(`trouble.${trouble}.nextText`))}
      </ul>
      ${wayOn(trouble, say)}
      <p class="for-teacher">${say('trouble.forTeacher')} <strong>${code}</strong></p>
    </main>
  </body>`;
  return renderPage({ locale, theme, title: say(`trouble.${trouble}.title`), styles, body });
}

function fact(mark: Html, title: string, text: string): Html {
  return html`<li>
    ${mark}
    <div>
      <strong>${title}</strong>
      <p>${text}</p>
    </div>
  </li>`;
}

function wayOn(trouble: TroublePage['trouble'], say: Translate): Html {
  if (trouble === 'setup') return html`<a class="button primary" href="/set-up">${say('trouble.setup.go')}</a>`;
  const home = html`<a class="button${trouble === 'notFound' ? ' primary' : ''}" href="/">${say('trouble.home')}</a>`;
  if (trouble === 'notFound') return home;
  return html`<a class="button primary" href="">${icon('retry')}${say('app.retry')}</a>${home}`;
}
