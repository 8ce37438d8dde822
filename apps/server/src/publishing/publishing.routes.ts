import { getPublications, postAgree, postPublication, postWithdraw } from '@bridgeboard/protocol';
import { Router } from 'express';
import type { Response } from 'express';

import type { Api } from '../http/call.ts';
import { routeKey } from '../http/log-requests.ts';
import { networkOf } from '../http/network.ts';
import { readerOf } from '../http/reader.ts';
import { found } from '../http/refusal.ts';
import { formPolicy, stillPolicy } from '../http/security-headers.ts';
import type { ReportFromOutside } from '../outside-report.ts';
import { newId } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';
import { renderPublication } from './publication-page.ts';
import { drawPublishedBoard } from './publication-pictures.ts';
import type { Publishing } from './publishing.service.ts';
import { readReportForm, recordsOfPiece, reportOf } from './published-report.ts';
import type { OpenPublication } from './read-publication.ts';
import { renderReportPage, renderReportThanks } from './report-page.ts';

/** What staff do with publications. */
export function mountPublishing(api: Api, publishing: Publishing): void {
  api.on(getPublications, async ({ session: { person }, board }) => ({
    publications: await publishing.linesOf(person, board),
  }));
  api.on(postPublication, async ({ session: { person }, board }) => publishing.publish(person, board));
  api.on(postAgree, async ({ session: { person }, ids }) => publishing.agree(person, ids.publication));
  api.on(postWithdraw, async ({ session: { person }, ids }) => publishing.withdraw(person, ids.publication));
}

/** Published means public, but not for search engines, and never kept on the way: a page that ended is gone at once. */
function markPublic(response: Response, route: string): void {
  response.locals[routeKey] = route;
  response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': stillPolicy,
    'X-Robots-Tag': 'noindex, nofollow',
    Vary: 'Accept-Language, Cookie',
  });
}

interface PublicPages {
  readonly read: (id: string) => Promise<OpenPublication | null>;
  readonly report: ReportFromOutside;
  readonly random: Random;
}

/**
 * The public pages, for anybody and without a session. A page that has ended and one that never was are answered alike.
 */
export function createPublicationPages(parts: PublicPages): Router {
  const { read } = parts;
  const router = Router();

  router.get('/p/:id', async (request, response) => {
    markPublic(response, '/p/:id');
    const open = found(await read(request.params.id));
    response.type('html').send(renderPublication(open, readerOf(request, response).locale));
  });

  router.get('/p/:id/board.svg', async (request, response) => {
    markPublic(response, '/p/:id/board.svg');
    const { records, publication, pages, pictures } = found(await read(request.params.id));
    const page = found(pages[Number(request.query['page'] ?? 1) - 1]);
    const theme = request.query['theme'] === 'dark' ? 'dark' : 'light';
    response.type('svg').send(drawPublishedBoard({ records, page, theme, title: publication.title, pictures }));
  });

  addReports(router, parts);
  return router;
}

/** The way to tell the schools of something on a published page, without an account and without a script. */
function addReports(router: Router, { read, report, random }: PublicPages): void {
  // Without it a browser keeps quiet about where a form comes from, and the form would be taken for another website's.
  const markForm = (response: Response, route: string): void => {
    markPublic(response, route);
    response.set({ 'Content-Security-Policy': formPolicy, 'Referrer-Policy': 'same-origin' });
  };

  router.get('/p/:id/report', async (request, response) => {
    markForm(response, '/p/:id/report');
    const open = found(await read(request.params.id));
    const { piece: asked } = request.query;
    const piece = typeof asked === 'string' && recordsOfPiece(open, asked) !== null ? asked : '';
    const { locale } = readerOf(request, response);
    response.type('html').send(renderReportPage({ open, locale, piece, id: newId(random) }));
  });

  router.post('/p/:id/report', async (request, response) => {
    markForm(response, '/p/:id/report');
    const sent = readReportForm(request.body, request.is('application/x-www-form-urlencoded') !== false);
    const open = found(await read(request.params.id));
    await report(reportOf(open, sent, networkOf(request.ip)));
    response.type('html').send(renderReportThanks({ open, locale: readerOf(request, response).locale }));
  });
}
