import type { ErrorCode } from '@bridgeboard/protocol';
import { Router } from 'express';
import type { Request, Response } from 'express';

import { fillAppShell } from '../pages/app-shell.ts';
import { renderFrontDoor } from '../pages/front-door.ts';
import { renderTroublePage } from '../pages/trouble-page.ts';
import type { DrawErrorPage } from './error-handler.ts';
import { routeKey } from './log-requests.ts';
import { networkOf } from './network.ts';
import { readerOf } from './reader.ts';
import { Refused } from './refusal.ts';
import type { WebApp } from './web-app.ts';

interface FrontPages {
  readonly webApp: WebApp;
  /** "Riverside Primary, Leeds": who runs this instance. */
  readonly schoolLine: () => Promise<string | undefined>;
  /** Resolves where a class code opens a door right now. Throws `Refused` otherwise. */
  readonly checkCode: (typed: string, network: string) => Promise<string>;
}

/** Addresses whose pages the browser app draws. */
const appAddresses = [
  '/sign-in',
  '/sign-in/provider',
  '/sign-in/provider/:school',
  '/home',
  '/account',
  '/activity',
  '/kept',
  '/breach',
  '/safeguarding',
  '/safeguarding/:concern',
  '/forgotten',
  '/reset',
  '/classes',
  '/classes/:class',
  '/school',
  '/invitation',
  '/set-up',
  '/join',
  '/join/*rest',
  '/lobby',
  '/notice',
  '/guest',
  '/queue',
  '/b/*rest',
  '/partnerships',
  '/partnerships/*rest',
  '/partnership-invitation',
];

/** The code from the form of the front door, which works without a script. */
function typedCode(request: Request): string {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || !request.is('application/x-www-form-urlencoded')) return '';
  return new URLSearchParams(body.toString('utf8')).get('code')?.slice(0, 20) ?? '';
}

type Refusal = { readonly problem: ErrorCode; readonly typed: string };

/** Sends the front door, empty or with what was typed and why it was refused. */
function createFrontDoor({ webApp, schoolLine }: FrontPages) {
  return async (request: Request, response: Response, refusal?: Refusal): Promise<void> => {
    const door = { schoolLine: await schoolLine(), assets: webApp.assets, ...refusal };
    const page = renderFrontDoor({ ...readerOf(request, response), ...door });
    response.set('Cache-Control', 'no-store').type('html').send(page);
  };
}

/** Pages made here: the front door, and the document that the app's pages start from. */
export function createFrontPages(parts: FrontPages): Router {
  const router = Router();
  const sendFrontDoor = createFrontDoor(parts);

  router.get('/', async (request, response) => {
    response.locals[routeKey] = '/';
    await sendFrontDoor(request, response);
  });

  router.post('/join', async (request, response) => {
    response.locals[routeKey] = '/join';
    const typed = typedCode(request);
    try {
      const code = await parts.checkCode(typed, networkOf(request.ip));
      // The app takes the code out of the address before anything else, as it does after a QR card.
      response.set('Cache-Control', 'no-store').redirect(303, `/join#${code}`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      response.status(error.status);
      await sendFrontDoor(request, response, { problem: error.code, typed });
    }
  });

  router.get(appAddresses, (request, response) => {
    response.locals[routeKey] = 'app';
    const { shell } = parts.webApp;
    if (shell === null) throw new Refused('NOT_FOUND');
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(fillAppShell(shell, readerOf(request, response)));
  });

  return router;
}

const troubles: Partial<Record<string, 'notFound' | 'setup'>> = { NOT_FOUND: 'notFound', SETUP_NEEDED: 'setup' };

/** What people see in place of a page: what happened, what is safe, what to do, and a code for the teacher. */
export const drawTroublePage: DrawErrorPage = ({ code, requestId, reader }) =>
  renderTroublePage({ ...reader, trouble: troubles[code] ?? 'error', code: `${code} ${requestId}` });
