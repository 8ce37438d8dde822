import { concernReasons, type ConcernReason } from '@bridgeboard/protocol';

import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { brand } from '../pages/brand.ts';
import { attributes, html } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import { icon } from '../pages/icons.ts';
import { renderPage } from '../pages/render-page.ts';
import { sayIn } from '../pages/say-in.ts';
import { styleSheet } from '../pages/style-sheet.ts';
import { gatherPieces } from './gather-pieces.ts';
import { asDataAddress, drawPiece } from './publication-pictures.ts';
import type { OpenPublication } from './read-publication.ts';

const styles = styleSheet(['page.css', '../publishing/report-page.css'], '');

const reasonIcons = {
  unkind: 'frown',
  scared: 'rain',
  private: 'key',
  body: 'hidden',
  danger: 'danger',
  other: 'question',
} as const satisfies Record<ConcernReason, Parameters<typeof icon>[0]>;

interface Asking {
  readonly open: OpenPublication;
  readonly locale: Locale;
  /** Id of a record of the piece, '' for the whole page. */
  readonly piece: string;
  /** The report's own name: a form that is sent twice is one report. */
  readonly id: string;
}

/** What is wrong, as one button for each reason: the second of two taps. Works without a script. */
export function renderReportPage({ open, locale, piece, id }: Asking): string {
  const say = sayIn(locale);
  const { publication } = open;
  const form = attributes({ method: 'post', action: `/p/${publication.id}/report` });
  const body = html`<body class="report">
    ${brand(say)}
    <main>
      <h1>${say('concern.title')}</h1>
      ${about(open, piece, say)}
      <form ${form}>
        <input ${attributes({ type: 'hidden', name: 'id', value: id })} />
        <input ${attributes({ type: 'hidden', name: 'piece', value: piece })} />
        <div class="reasons">
          ${concernReasons.map(
            (reason) =>
              html`<button class="reason" ${attributes({ name: 'reason', value: reason })}>
                ${icon(reasonIcons[reason])}<span>${say(`concern.reason.${reason}`)}</span>
              </button>`,
          )}
        </div>
        <p>
          <label for="words">${say('publication.reportWords')}</label>
          <textarea id="words" name="words" rows="3" maxlength="500" dir="auto"></textarea>
        </p>
      </form>
      <p class="quiet">${say('publication.reportLead')}</p>
      <p class="quiet">${say('concern.now')}</p>
      ${wayBack(publication.id, say)}
    </main>
  </body>`;
  return renderPage({ locale, title: say('publication.report'), styles, body });
}

/** It is kept: who looks at it. The same whatever it was about. */
export function renderReportThanks({ open, locale }: Pick<Asking, 'open' | 'locale'>): string {
  const say = sayIn(locale);
  const schools = new Intl.ListFormat(locale).format(open.schools.map(({ name }) => name));
  const body = html`<body class="report">
    ${brand(say)}
    <main>
      <h1>${say('concern.thanks')}</h1>
      <p>${say('publication.reportWho', { schools })}</p>
      <p>${say('concern.now')}</p>
      ${wayBack(open.publication.id, say)}
    </main>
  </body>`;
  return renderPage({ locale, title: say('concern.thanks'), styles, body });
}

function about(open: OpenPublication, record: string, say: Translate): Html {
  if (record === '') return html`<p>${say('publication.reportAll', { title: open.publication.title })}</p>`;
  const piece = gatherPieces(open.made).find(({ records }) => records.some(({ id }) => id === record));
  if (piece === undefined) return html`<p>${say('concern.about.piece')}</p>`;
  const picture = attributes({ src: asDataAddress(drawPiece(piece, open.pictures)), alt: '', width: '160' });
  return html`<div class="about">
    <img ${picture} />
    ${piece.words.split('\n').map((line) => html`<p dir="auto">${line}</p>`)}
  </div>`;
}

function wayBack(publication: string, say: Translate): Html {
  return html`<p><a href="/p/${publication}">${say('publication.back')}</a></p>`;
}
