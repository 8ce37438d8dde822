import type { SchoolBrief } from '@bridgeboard/protocol';

import { formatClock, formatDate } from '../../../web/src/i18n/format-time.ts';
import { locales } from '../../../web/src/i18n/locales.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { brand } from '../pages/brand.ts';
import { html } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import { icon } from '../pages/icons.ts';
import { languageLinks } from '../pages/language-links.ts';
import { renderPage } from '../pages/render-page.ts';
import { sayIn } from '../pages/say-in.ts';
import { styleSheet } from '../pages/style-sheet.ts';
import { choosePosts } from './choose-posts.ts';
import type { Post } from './choose-posts.ts';
import { gatherPieces } from './gather-pieces.ts';
import type { Piece } from './gather-pieces.ts';
import { asDataAddress, drawPiece } from './publication-pictures.ts';
import type { OpenPublication } from './read-publication.ts';

const styles = styleSheet(['page.css', '../publishing/publication-page.css'], '');

/** Pictures within the page up to this many characters; what comes after has its words only, so that a phone copes. */
const pictureBudget = 220_000;

/** Who made something, as parents may know: a name only where family, school and charter agree to that (CN5). */
function bylineOf(piece: Piece, reading: Reading): Html {
  const school = reading.schoolOf(piece);
  const place = school?.place ?? '';
  const name = reading.names.get(piece.author);
  const id = piece.role === 'staff' ? 'publication.byTeacher' : 'publication.byPupil';
  const byline = name === undefined ? reading.say(id, { place }) : reading.say('publication.byName', { name, place });
  return html`<p class="by">${markOf(school)}<bdi>${byline}</bdi></p>`;
}

function markOf(school: SchoolBrief | undefined): Html {
  return html`<span class="mark ${school?.mark ?? 'a'}" aria-hidden="true"></span>`;
}

/** One reader's way through one publication. */
interface Reading {
  readonly say: Translate;
  readonly names: OpenPublication['names'];
  readonly schoolOf: (piece: Piece) => SchoolBrief | undefined;
  /** The piece as a picture, or nothing once the page is heavy enough. */
  readonly pictureOf: (piece: Piece) => Html | undefined;
  /** The first of two taps to a report about it. */
  readonly worryOf: (piece: Piece) => Html;
}

function worryLink(publication: string, record: string | undefined, words: string): Html {
  const query = record === undefined ? '' : `?piece=${record}`;
  return html`<a class="worry" href="/p/${publication}/report${query}" rel="nofollow"
    >${icon('buoy')}<span>${words}</span></a
  >`;
}

function readingOf(open: OpenPublication, say: Translate): Reading {
  const schools = new Map(open.made.map(({ author, school }) => [author, school]));
  const schoolOf = (piece: Piece): SchoolBrief | undefined =>
    open.schools.find(({ id }) => id === schools.get(piece.author));
  let left = pictureBudget;
  return {
    say,
    names: open.names,
    schoolOf,
    worryOf: ({ records: [first] }) => worryLink(open.publication.id, first?.id, say('publication.reportPiece')),
    pictureOf(piece) {
      const address = asDataAddress(drawPiece(piece, open.pictures));
      left -= address.length;
      const alt = say('publication.drawing', { place: schoolOf(piece)?.place ?? '' });
      return left < 0
        ? undefined
        : html`<img src="${address}" alt="${piece.words === '' ? alt : ''}" width="240" height="180" />`;
    },
  };
}

/** The moment on the clock of each school: the page runs no script, so it cannot know the reader's. */
function whenLines(
  at: number,
  { schools, locale, say }: { schools: readonly SchoolBrief[]; locale: Locale; say: Translate },
): Html[] {
  const moment = new Date(at);
  const zones = new Map(schools.map((school) => [school.timeZone, school]));
  return [...zones.values()].map(({ timeZone, place }) => {
    const date = formatDate(moment, timeZone, locales[locale].intl);
    const clock = formatClock(moment, timeZone, locales[locale].intl);
    return html`<li>
      <time datetime="${moment.toISOString()}">${say('publication.when', { date, clock, place })}</time>
    </li>`;
  });
}

function masthead({ publication, schools }: OpenPublication, locale: Locale, say: Translate): Html {
  const agreedAt = Math.max(...publication.parts.map((part) => part.agreedAt));
  return html`<h1 dir="auto">${publication.title}</h1>
    <ul class="schools">
      ${schools.map((school) => html`<li>${markOf(school)}${school.name}, ${school.place}</li>`)}
    </ul>
    <ul class="when">
      ${whenLines(agreedAt, { schools, locale, say })}
    </ul>`;
}

/** The board as a picture; a board of several pages is as many pictures. */
function boardFigure({ publication, pages }: OpenPublication, pieces: readonly Piece[], say: Translate): Html {
  const pictures = pages.map((_page, at) => {
    const address = `/p/${publication.id}/board.svg?page=${at + 1}`;
    const alt = say('publication.board', { title: publication.title });
    const picture = html`<picture>
      <source media="(prefers-color-scheme: dark)" srcset="${address}&theme=dark" />
      <img src="${address}" alt="${alt}" />
    </picture>`;
    return html`<a href="${address}">${picture}</a>`;
  });
  return html`<figure>
    ${pictures}
    <figcaption>${say('publication.caption', { count: pieces.length })}</figcaption>
  </figure>`;
}

function writtenPost({ piece, picture }: Post, reading: Reading): Html {
  const lines = piece.words.split('\n').map((line) => html`<p dir="auto">${line}</p>`);
  return html`<article>
    <div>${lines}${bylineOf(piece, reading)}${reading.worryOf(piece)}</div>
    ${picture === undefined ? undefined : reading.pictureOf(picture)}
  </article>`;
}

function drawnPost({ piece }: Post, reading: Reading): Html {
  const picture = reading.pictureOf(piece);
  return picture === undefined ? html`` : html`<li>${picture}${bylineOf(piece, reading)}${reading.worryOf(piece)}</li>`;
}

function section(title: string, content: readonly Html[], wrap: (content: readonly Html[]) => Html): Html | undefined {
  if (content.length === 0) return undefined;
  return html`<section>
    <h2>${title}</h2>
    ${wrap(content)}
  </section>`;
}

function newsletter(open: OpenPublication, locale: Locale, say: Translate): Html {
  const pieces = gatherPieces(open.made);
  const reading = readingOf(open, say);
  const { written, drawn } = choosePosts(pieces);
  const posts = written.map((post) => writtenPost(post, reading));
  const drawings = drawn.map((post) => drawnPost(post, reading));
  return html`<main>
    ${masthead(open, locale, say)} ${boardFigure(open, pieces, say)}
    ${section(say('publication.found'), posts, (content) => html`${content}`)}
    ${section(
      say('publication.drawings'),
      drawings,
      (content) =>
        html`<ul class="drawings">
          ${content}
        </ul>`,
    )}
  </main>`;
}

/** A published board as a class newsletter: no script, no request but the board's picture. */
export function renderPublication(open: OpenPublication, locale: Locale): string {
  const say = sayIn(locale);
  const body = html`<body class="publication">
    <header>
      ${brand(say)}
      <details class="language">
        <summary>${say('app.language')}${icon('chevron', true)}</summary>
        ${languageLinks(locale, say)}
      </details>
    </header>
    ${newsletter(open, locale, say)}
    <footer>
      ${worryLink(open.publication.id, undefined, say('publication.report'))}
      <p>${say('publication.safe')}</p>
      <p>${say('publication.madeWith')}</p>
    </footer>
  </body>`;
  return renderPage({ locale, title: open.publication.title, styles, body });
}
