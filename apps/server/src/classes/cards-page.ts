import type { ClassView } from '@bridgeboard/protocol';

import { qrPath } from '../../../web/src/drawings/qr-path.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { brand } from '../pages/brand.ts';
import { html } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import { renderPage } from '../pages/render-page.ts';
import { sayIn } from '../pages/say-in.ts';
import { styleSheet } from '../pages/style-sheet.ts';

const styles = styleSheet(['page.css', '../classes/cards-page.css'], '');
const cardsPerSheet = 8;

interface Cards {
  readonly schoolClass: ClassView;
  readonly school: string;
  /** Where people reach this server, without a slash at its end. */
  readonly origin: string;
  readonly locale: Locale;
}

/**
 * A page to print on A4: the class's own card, then one for each pupil, eight a sheet. It runs no script and asks for nothing
 * else; each card is made of one QR code that stands in the page once.
 */
export function renderCards(cards: Cards): string {
  const say = sayIn(cards.locale);
  const { schoolClass, school, origin } = cards;
  const qr = qrPath(`${origin}/join#${schoolClass.code.replace('-', '')}`);
  const { pupils } = schoolClass;
  const sheets = Array.from({ length: Math.ceil(pupils.length / cardsPerSheet) }, (_, at) =>
    pupils.slice(at * cardsPerSheet, (at + 1) * cardsPerSheet),
  );
  const body = html`<body>
    <svg class="source" aria-hidden="true">
      <symbol id="qr" viewBox="0 0 ${qr.size} ${qr.size}"><path d="${qr.path}" /></symbol>
    </svg>
    <p class="note">${say('cards.note', { count: pupils.length })}</p>
    <main>
      ${classCard(cards, say)}
      ${sheets.map(
        (each) => html`<section class="sheet">${each.map(({ name }) => pupilCard(name, cards, say))}</section>`,
      )}
    </main>
  </body>`;
  return renderPage({
    locale: cards.locale,
    theme: 'light',
    title: say('cards.documentTitle', { class: schoolClass.name, school }),
    styles,
    body,
  });
}

function classCard({ schoolClass, school, origin }: Cards, say: Translate): Html {
  return html`<section class="wall">
    ${brand(say)}
    <h1 dir="auto">${schoolClass.name}</h1>
    <p class="school" dir="auto">${school}</p>
    ${code(say)}
    <p class="scan">${say('cards.scan')}</p>
    <p class="address"><bdi dir="ltr">${hostOf(origin)}</bdi></p>
    <p class="letters"><bdi dir="ltr">${schoolClass.code}</bdi></p>
  </section>`;
}

function pupilCard(name: string, { schoolClass, school, origin }: Cards, say: Translate): Html {
  return html`<article class="card">
    <div class="words">
      <h2 dir="auto">${name}</h2>
      <p dir="auto">${schoolClass.name} · ${school}</p>
      <p class="way">${say('cards.type')}<br /><bdi dir="ltr">${hostOf(origin)}</bdi></p>
      <p class="letters"><bdi dir="ltr">${schoolClass.code}</bdi></p>
    </div>
    ${code(say)}
  </article>`;
}

function code(say: Translate): Html {
  return html`<svg class="qr" role="img" aria-label="${say('door.qr')}"><use href="#qr" /></svg>`;
}

function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
