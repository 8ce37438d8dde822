import { httpRefusal } from '@bridgeboard/protocol';
import type { Endpoint } from '@bridgeboard/protocol';

import { failedByCode, failedByRefusal, failedToReach } from './call-failed.ts';

const timeoutMs = 15_000;

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What an endpoint answers, already checked. */
export type AnswerOf<E extends Endpoint> = E['answer']['_zod']['output'];

type Params<E extends Endpoint> = [ParamNames<E['path']>] extends [never]
  ? { readonly params?: never }
  : { readonly params: Readonly<Record<ParamNames<E['path']>, string>> };
type Body<E extends Endpoint> = E extends {
  readonly body: infer B extends { readonly _zod: { readonly input: unknown } };
}
  ? { readonly body: B['_zod']['input'] }
  : { readonly body?: never };

/** What is sent along to an endpoint. */
export type BodyOf<E extends Endpoint> = Body<E>['body'];

/** What a call of this endpoint needs: its path's parameters, what it is asked with, its body, and a signal that gives it up. */
type CallInput<E extends Endpoint> = Params<E> &
  Body<E> & { readonly query?: Readonly<Record<string, string>>; readonly signal?: AbortSignal };

type CallArguments<E extends Endpoint> =
  Record<never, never> extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>];
type AnyInput = {
  readonly query?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

/**
 * Calls one endpoint of `@bridgeboard/protocol` on the page's own origin and checks its answer.
 * Throws `CallFailed` and nothing else, except the abort of a given signal.
 */
export async function call<const E extends Endpoint>(endpoint: E, ...[input]: CallArguments<E>): Promise<AnswerOf<E>> {
  const given: AnyInput = input ?? {};
  const response = await reach(endpoint, given);
  const answer = await readJson(response);
  if (!response.ok) throw readRefusal(answer);
  const checked = endpoint.answer.safeParse(answer);
  // The server is newer than this page: only a reload can help, so it must not be asked again and again.
  if (!checked.success) throw failedByCode('BAD_PROTOCOL');
  return checked.data;
}

/** The endpoint's path with its parameters in place, each escaped. */
export function fillPath(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
}

async function reach(endpoint: Endpoint, input: AnyInput): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = input.signal === undefined ? timeout : AbortSignal.any([input.signal, timeout]);
  const request: RequestInit = { method: endpoint.method, credentials: 'same-origin', cache: 'no-store', signal };
  if (input.body !== undefined) {
    request.body = JSON.stringify(input.body);
    request.headers = { 'content-type': 'application/json' };
  }
  try {
    const query = new URLSearchParams(input.query).toString();
    return await fetch(`${fillPath(endpoint.path, input.params)}${query && `?${query}`}`, request);
  } catch (cause) {
    if (input.signal?.aborted === true) throw cause;
    throw failedToReach();
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // A proxy's error page, or the connection broke half-way: the server never answered this.
    throw failedToReach();
  }
}

function readRefusal(answer: unknown): Error {
  const refusal = httpRefusal.safeParse(answer);
  return refusal.success ? failedByRefusal(refusal.data) : failedByCode('INTERNAL');
}
