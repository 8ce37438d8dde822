import { can, type BoardStanding } from '@bridgeboard/domain';
import { recordId } from '@bridgeboard/protocol';
import type { Board, Endpoint } from '@bridgeboard/protocol';
import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';

import { lacksFactor } from './signed-in.ts';
import type { CookieHeaders, PersonFromCookies, SignedIn } from './signed-in.ts';
import { PreparedAnswer } from './call.ts';
import type { Api, Audited, Call, Handler } from './call.ts';
import { languageOf } from './language.ts';
import { routeKey } from './log-requests.ts';
import { networkOf } from './network.ts';
import type { RequestLimit } from './rate-limit.ts';
import { jsonBodyOf } from './read-json-body.ts';
import { found, Refused } from './refusal.ts';
import { checkBody } from './validate.ts';

interface ApiParts {
  readonly personFromCookies: PersonFromCookies;
  /** The browser of staff that these cookies are of, or null. */
  readonly knownDevice: (headers: CookieHeaders) => string | null;
  readonly requestLimit: RequestLimit;
  readonly audited: Audited;
  readonly now: () => number;
  /** The board that the things in an address are on, as somebody stands to it; null where there is none. */
  readonly boardAbout: (session: SignedIn, ids: Ids) => Promise<(BoardStanding & { readonly board: Board }) | null>;
}

/** The `:name` parts of an address. */
export type Ids = Readonly<Record<string, string>>;

interface Asked {
  readonly session: SignedIn | null;
  readonly ids: Ids | null;
}

const methods = { GET: 'get', POST: 'post', PUT: 'put' } as const;

/** Ids in an address: what cannot be one is answered as what is not there. */
const idPattern = /^[A-Za-z0-9_-]{1,80}$/;
/** An author key: the school's place on the board and the alias number. */
const authorPattern = /^\d{1,2}\.\d{1,9}$/;

function idsOf(request: Request): Ids | null {
  const ids: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.params)) {
    if (typeof value !== 'string' || !fits(name, value)) return null;
    ids[name] = value;
  }
  return ids;
}

function fits(name: string, value: string): boolean {
  if (name === 'record') return recordId.safeParse(value).success;
  return (name === 'author' ? authorPattern : idPattern).test(value);
}

async function permit({ boardAbout, now }: ApiParts, { action }: Endpoint, asked: Asked): Promise<Board | undefined> {
  const { session, ids } = asked;
  const known = session && ids && (await boardAbout(session, ids));
  const actor = session && {
    ...session.person,
    roles: session.roles,
    hasFactor: session.hasFactor,
    lacksFactor: lacksFactor(session, now()),
  };
  const denial = can(actor, action, known);
  if (denial !== null) throw new Refused(denial);
  return known?.board;
}

function send(response: Response, endpoint: Endpoint, answer: unknown): void {
  response.status(endpoint.status).set('Cache-Control', 'no-store');
  if (!(answer instanceof PreparedAnswer)) {
    response.json(answer);
    return;
  }
  if (answer.policy !== undefined) response.set('Content-Security-Policy', answer.policy);
  if (answer.isDownload) response.set('Content-Disposition', 'attachment');
  // Said also where there is none: what is encoded already must not be compressed again.
  if (answer.coding !== 'identity') response.set({ 'Content-Encoding': answer.coding, Vary: 'Accept-Encoding' });
  response.type(answer.type).send(answer.text);
}

/**
 * Mounts endpoints of the protocol. The order of checks is the same for all: who asks, how often, whether that person
 * may ask this at all, then what they sent. So nobody learns from an answer what they may not ask about.
 */
function handle<E extends Endpoint>(parts: ApiParts, endpoint: E, handler: Handler<E>): RequestHandler {
  return async (request, response) => {
    response.locals[routeKey] = endpoint.path;
    const network = networkOf(request.ip);
    const session = await parts.personFromCookies(request.headers);
    // Whoever floods the network of a school does not use up what its staff may ask before they are signed in.
    const stranger = session ? network : (parts.knownDevice(request.headers) ?? network);
    await parts.requestLimit(session, stranger, endpoint.isPicture);
    const asked = { session, ids: idsOf(request) };
    const board = await permit(parts, endpoint, asked);
    const ids = found(asked.ids);
    const body = endpoint.body === undefined ? undefined : checkBody(endpoint.body, jsonBodyOf(request));
    const language = languageOf(request.headers);
    // The endpoint's own types say what was just checked above.
    const call = { session, ids, board, body, language, network, request, response } as unknown as Call<E>;
    send(response, endpoint, await parts.audited(endpoint, call, () => handler(call)));
  };
}

/** The place for all endpoints, and the router that answers them. */
export function createApi(parts: ApiParts): Api & { readonly router: Router } {
  const router = Router();
  return {
    router,
    on(endpoint, handler) {
      router[methods[endpoint.method]](endpoint.path, handle(parts, endpoint, handler));
    },
  };
}
