import { drawPicture, textOf } from '@bridgeboard/picture';
import { consentKinds, trustKind } from '@bridgeboard/protocol';

import { formatDate } from '../../../web/src/i18n/format-time.ts';
import { locales, type Locale } from '../../../web/src/i18n/locales.ts';
import type { Translate } from '../../../web/src/i18n/translate.ts';
import { alonePage } from '../alone-on-a-page.ts';
import { brand } from '../pages/brand.ts';
import { html, trusted, type Html } from '../pages/html.ts';
import { renderPage } from '../pages/render-page.ts';
import { sayIn } from '../pages/say-in.ts';
import { styleSheet } from '../pages/style-sheet.ts';
import type { GatherPictures } from '../picture-addresses.ts';
import { drawnRecords, type BoardOfPupil, type PupilFile } from './pupil-file.ts';

const styles = styleSheet(['page.css', 'file-page.css', '../classes/pupil-file-page.css'], '');
const drawing = { page: alonePage, frame: 'fit', width: 900, height: 600, theme: 'light' } as const;
/** As long as a file of that size can still be opened, pictures are in it in full. */
const mostPictureBytes = 60_000_000;

interface Words {
  readonly say: Translate;
  /** A day on the school's calendar. */
  readonly day: (at: number) => string;
}

/**
 * All of one pupil in one file that opens everywhere without a network: to read, to print, and with everything once more as JSON for
 * whoever takes it somewhere else. It runs nothing and asks for nothing.
 */
export async function renderPupilFile(
  file: PupilFile,
  about: { locale: Locale; timeZone: string; gather: GatherPictures },
): Promise<string> {
  const { locale, timeZone } = about;
  const say = sayIn(locale);
  const day = (at: number): string => formatDate(new Date(at), timeZone, locales[locale].intl);
  const boards: Html[] = [];
  for (const board of file.boards) boards.push(await boardPart(board, { say, day }, about.gather));
  const title = say('pupilFile.title', { name: file.pupil.nickname });
  const body = html`<body>
    <main>
      ${brand(say)}
      <h1><bdi>${title}</bdi></h1>
      <p>${say('pupilFile.what', { day: day(file.madeAt) })}</p>
      <dl>
        ${facts(file, { say, day }).map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd dir="auto">${value}</dd>
            </div>`,
        )}
      </dl>
      ${boards.length === 0 ? html`<p>${say('pupilFile.nothing')}</p>` : boards} ${logPart(file, { say, day })}
    </main>
    ${trusted(dataPart(file))}
  </body>`;
  return renderPage({ locale, theme: 'light', title, styles, body });
}

function facts({ pupil }: PupilFile, { say, day }: Words): [string, string][] {
  const yesNo = (isSo: boolean): string => say(isSo ? 'pupilFile.yes' : 'pupilFile.no');
  return [
    [say('pupilFile.school'), pupil.school],
    [say('pupilFile.class'), pupil.className],
    [say('pupilFile.since'), pupil.createdDay],
    [say('pupilFile.pin'), yesNo(pupil.hasPin)],
    [say('pupilFile.suspended'), pupil.suspendedAt === null ? yesNo(false) : day(pupil.suspendedAt)],
    ...trustKind.options.map((kind): [string, string] => [
      say('pupilFile.trust', { kind: say(`trust.kind.${kind}`) }),
      say(`trust.level.${pupil.trust[kind].level ?? 'board'}`),
    ]),
    ...consentKinds.map((kind): [string, string] => [say(`classes.consent.${kind}`), yesNo(pupil.consent[kind])]),
  ];
}

async function boardPart(board: BoardOfPupil, { say, day }: Words, gather: GatherPictures): Promise<Html> {
  const records = drawnRecords(board);
  const inFull = new Set(records.map(({ id }) => id));
  const pictures = await gather({ records, inFull, mostBytes: mostPictureBytes });
  const written = board.pieces.flatMap(({ isDeleted, versions }) =>
    versions.flatMap(({ record, reach, at }) => {
      const text = record.typeName === 'comment' ? String(record['text']) : textOf(record);
      return text === '' ? [] : [{ text, at, where: isDeleted ? 'deleted' : reach } as const];
    }),
  );
  const notes = board.cases.flatMap(({ note, changedAt }) => (note === null ? [] : [{ note, changedAt }]));
  return html`<h2 dir="auto">${board.title}</h2>
    ${records.length > 1 ? html`<figure>${trusted(drawPicture({ ...drawing, records, pictures }))}</figure>` : undefined}
    <ul>
      ${written.map(
        ({ text, at, where }) =>
          html`<li>
            <p dir="auto">${text}</p>
            <small>${day(at)} · ${say(`pupilFile.where.${where}`)}</small>
          </li>`,
      )}
    </ul>
    ${notes.length === 0 ? undefined : html`<h3>${say('pupilFile.notes')}</h3>`}
    <ul>
      ${notes.map(({ note, changedAt }) => html`<li dir="auto">${note} <small>${day(changedAt)}</small></li>`)}
    </ul>
    ${shownPart(board, { say, day })}
    <ul class="pictures">
      ${[...pictures.values()].map((address) => html`<li><img src="${address}" alt="" /></li>`)}
    </ul>`;
}

/** To which other schools, how much of it, and from when until when. */
function shownPart({ shown }: BoardOfPupil, { say, day }: Words): Html {
  const names = [...new Set(shown.map(({ schoolName }) => schoolName))];
  const lines = names.map((school) => {
    const all = shown.filter(({ schoolName }) => schoolName === school);
    const from = day(Math.min(...all.map((one) => one.from)));
    const isOver = all.every(({ until }) => until !== null);
    const count = new Set(all.map(({ record }) => record)).size;
    if (!isOver) return say('pupilFile.shownSince', { school, count, from });
    return say('pupilFile.shownUntil', {
      school,
      count,
      from,
      until: day(Math.max(...all.map(({ until }) => until ?? 0))),
    });
  });
  return html`<h3>${say('pupilFile.shown')}</h3>
    ${lines.length === 0 ? html`<p>${say('pupilFile.shownToNobody')}</p>` : undefined}
    <ul>
      ${lines.map((line) => html`<li dir="auto">${line}</li>`)}
    </ul>`;
}

/** Boards that the pupil was let in to, and what the log tells. */
function logPart({ letIn, acts }: PupilFile, { say, day }: Words): Html {
  return html`<h2>${say('pupilFile.log')}</h2>
    <ul>
      ${letIn.map(({ title, at }) => html`<li dir="auto">${say('pupilFile.letIn', { title, day: day(at) })}</li>`)}
      ${acts.map(({ act, at }) => html`<li>${say(`audit.act.${act}`)} <small>${day(at)}</small></li>`)}
    </ul>`;
}

/** Nothing in it can end the element that it stands in. */
function dataPart(file: PupilFile): string {
  const json = JSON.stringify({ format: 'bridgeboard-pupil-1', ...file }).replaceAll('<', String.raw`\u003c`);
  return `<script type="application/json" id="data">${json}</script>`;
}
