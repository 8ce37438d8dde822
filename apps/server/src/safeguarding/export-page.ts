import type { ConcernCaseView, ConcernEvidence, ConcernStory } from '@bridgeboard/protocol';

import { deskWords, type SayDesk } from '../../../web/src/i18n/desk-words.ts';
import { formatClock, formatDay } from '../../../web/src/i18n/format-time.ts';
import { locales, type Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { brand } from '../pages/brand.ts';
import { html, trusted, type Html } from '../pages/html.ts';
import { renderPage } from '../pages/render-page.ts';
import { sayIn } from '../pages/say-in.ts';
import { styleSheet } from '../pages/style-sheet.ts';

const styles = styleSheet(['page.css', 'file-page.css', '../safeguarding/export-page.css'], '');

interface Export {
  readonly view: ConcernCaseView;
  readonly evidence: ConcernEvidence | null;
  /** As an SVG picture; null where there is nothing to see, or nobody may see it. */
  readonly drawing: string | null;
  readonly locale: Locale;
  /** Who takes the file out, and of which school. */
  readonly reader: string;
  readonly school: string;
}

/**
 * All of a report in one file: HTML, because it opens everywhere without a network, prints well, keeps the words as words for whoever
 * searches or reads them aloud, and needs no library that makes PDF. It runs nothing and asks for nothing.
 */
export function renderExport(file: Export): string {
  const say = sayIn(file.locale);
  const { view, evidence } = file;
  const desk = deskWords(say, view.schools);
  const { intl } = locales[file.locale];
  const when = (at: number): string => {
    const [date, zone] = [new Date(at), view.timeZone];
    return say('concern.whenClock', { day: formatDay(date, zone, intl), clock: formatClock(date, zone, intl) });
  };
  const body = html`<body>
    <main>
      ${brand(say)}
      <h1>${say('desk.export.title')}</h1>
      <p class="keep">${say('desk.export.keep')}</p>
      <dl>${facts(view, { say, desk, when }).map(([name, value]) => row(name, value))}</dl>
      ${evidence === null ? html`<p>${say('desk.evidence.gone')}</p>` : evidencePart(file, evidence, { say, desk, when })}
      <h2>${say('desk.story')}</h2>
      <ol>
        ${view.story.map((one) => storyLine(one, { say, desk, when }))}
      </ol>
      <h2>${say('desk.seal')}</h2>
      <p>${say('desk.sealLine', { number: view.seal.number })}</p>
      <p class="hash"><bdi dir="ltr">${view.seal.hash}</bdi></p>
      <p>${say('desk.export.by', { name: file.reader })}</p>
    </main>
  </body>`;
  return renderPage({ locale: file.locale, theme: 'light', title: say('desk.export.title'), styles, body });
}

interface Words {
  readonly say: Translate;
  readonly desk: SayDesk;
  readonly when: (at: number) => string;
}

function row(name: string, value: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd dir="auto">${value}</dd>
  </div>`;
}

function facts(view: ConcernCaseView, { say, desk, when }: Words): [string, string][] {
  return [
    [say('desk.fact.number'), view.id],
    [say('desk.fact.reported'), when(view.at)],
    [say('desk.fact.answerBy'), when(view.by)],
    [say('desk.fact.reason'), say(`concern.reason.${view.reason}`)],
    [say('desk.fact.about'), say(`desk.about.${view.about}`)],
    [say('desk.fact.board'), view.board?.title ?? '–'],
    [say('desk.fact.reporter'), desk.person(view.reporter)],
    [say('desk.fact.whose'), view.whose === null ? '–' : desk.person(view.whose)],
    [say('desk.fact.status'), desk.status(view.status)],
    ...(view.outcome === null
      ? []
      : ([[say('desk.fact.outcome'), say(`desk.outcome.${view.outcome}`)]] satisfies [string, string][])),
  ];
}

function evidencePart(file: Export, evidence: ConcernEvidence, words: Words): Html {
  const { say, desk, when } = words;
  return html`<h2>${say('desk.evidence')}</h2>
    ${evidence.words === null ? undefined : html`<blockquote dir="auto">${evidence.words}</blockquote>`}
    ${file.drawing === null ? undefined : html`<figure>${trusted(file.drawing)}</figure>`}
    ${evidence.pictures.map(
      ({ hash }) =>
        html`<p>${say('desk.picture.hash')}</p>
          <p class="hash"><bdi dir="ltr">${hash}</bdi></p>`,
    )}
    <ul>
      ${evidence.versions.map(
        (version) =>
          html`<li>
            ${when(version.at)} · ${desk.person(version.by)} · ${say(`desk.reach.${version.reach}`)}
            <p dir="auto">${version.text}</p>
          </li>`,
      )}
    </ul>
    <h2>${say('desk.seen')}</h2>
    <ul>
      ${evidence.seen.map((group) => html`<li>${desk.seen(group)}</li>`)}
    </ul>`;
}

function storyLine(one: ConcernStory, { desk, when }: Words): Html {
  return html`<li>
    ${when(one.at)} · ${desk.person(one.by)} · ${desk.story(one)}
    ${one.words === null ? undefined : html`<p dir="auto">${one.words}</p>`}
  </li>`;
}
