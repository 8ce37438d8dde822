import type { MarkOfReport, MonthOfReport, TermReport } from '@bridgeboard/domain';
import { concernOutcomes, readMark, type TextMark } from '@bridgeboard/protocol';

import { formatAge, formatDate } from '../../../web/src/i18n/format-time.ts';
import { locales, type Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { brand } from '../pages/brand.ts';
import { html, type Html } from '../pages/html.ts';
import { renderPage } from '../pages/render-page.ts';
import { sayIn } from '../pages/say-in.ts';
import { styleSheet } from '../pages/style-sheet.ts';

const styles = styleSheet(['page.css', 'file-page.css', '../safeguarding/term-page.css'], '');

interface TermPage {
  readonly report: TermReport;
  readonly waiting: { readonly count: number; readonly oldestMs: number };
  readonly school: string;
  readonly timeZone: string;
  readonly since: number;
  readonly now: number;
  readonly locale: Locale;
}

/** The figures for a school's yearly review, on one page that prints: counts alone, nobody's name (SG-28). */
export function renderTermPage({ report, waiting, school, timeZone, since, now, locale }: TermPage): string {
  const say = sayIn(locale);
  const { intl } = locales[locale];
  const day = (at: number): string => formatDate(new Date(at), timeZone, intl);
  const outcomes = (['open', ...concernOutcomes] as const).flatMap((one) => {
    const count = report.outcomes[one] ?? 0;
    const name = one === 'open' ? say('term.open') : say(`desk.outcome.${one}`);
    return count === 0 ? [] : [row(name, String(count))];
  });
  const body = html`<body>
    <main>
      ${brand(say)}
      <h1>${say('term.title')}</h1>
      <p><bdi>${school}</bdi></p>
      <p>${say('term.span', { from: day(since), to: day(now) })}</p>
      <h2>${say('term.now')}</h2>
      <dl>
        ${row(say('term.waiting'), String(waiting.count))}
        ${waiting.count === 0 ? '' : row(say('term.oldest'), formatAge(waiting.oldestMs, say))}
      </dl>
      <h2>${say('term.months')}</h2>
      ${report.months.length === 0 ? html`<p>${say('term.nothing')}</p>` : monthTable(report.months, { say, intl })}
      <h2>${say('term.marks')}</h2>
      ${report.marks.length === 0 ? html`<p>${say('term.noMarks')}</p>` : markTable(report.marks, { say, intl })}
      <h2>${say('term.concerns')}</h2>
      ${outcomes.length === 0 ? html`<p>${say('term.noConcerns')}</p>` : html`<dl>${outcomes}</dl>`}
      <p>${say('term.how')}</p>
    </main>
  </body>`;
  return renderPage({ locale, theme: 'light', title: say('term.title'), styles, body });
}

const columns = ['board', 'school', 'return', 'reject', 'medianWaitMs', 'concerns', 'consentsTakenBack'] as const;

function monthTable(months: readonly MonthOfReport[], { say, intl }: { say: Translate; intl: string }): Html {
  const nameOf = new Intl.DateTimeFormat(intl, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const cell = (month: MonthOfReport, column: (typeof columns)[number]): string => {
    if (column !== 'medianWaitMs') return String(month[column]);
    return month.medianWaitMs === null ? '–' : formatAge(month.medianWaitMs, say);
  };
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">${say('term.month')}</th>
          ${columns.map((column) => html`<th scope="col">${say(`term.${column}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${months.map(
          (month) =>
            html`<tr>
              <th scope="row">${nameOf.format(Date.parse(`${month.month}-15T00:00Z`))}</th>
              ${columns.map((column) => html`<td>${cell(month, column)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const markColumns = ['approved', 'returned', 'rejected', 'open'] as const;
const markWords = {
  approved: 'term.board',
  returned: 'term.return',
  rejected: 'term.reject',
  open: 'term.markOpen',
} as const;

/** What the text check had found, and what staff made of it. */
function markTable(marks: readonly MarkOfReport[], { say, intl }: { say: Translate; intl: string }): Html {
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">${say('term.mark')}</th>
          ${markColumns.map((column) => html`<th scope="col">${say(markWords[column])}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${marks.map(
          (one) =>
            html`<tr>
              <th scope="row">${markName(one.mark, { say, intl })}</th>
              ${markColumns.map((column) => html`<td>${String(one[column])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A kind of find; of words also whose list they stand in. */
function markName(mark: TextMark, { say, intl }: { say: Translate; intl: string }): string {
  const { kind, list } = readMark(mark);
  if (list === 'own') return say('queue.find.own');
  if (list === undefined) return say(`queue.find.${kind}`);
  const language = new Intl.DisplayNames(intl, { type: 'language' }).of(list) ?? list;
  return say('term.wordsIn', { language });
}

function row(name: string, value: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;
}
