import type { Board, BoardAction, Endpoint, OpenAction } from '@bridgeboard/protocol';
import type { Request, Response } from 'express';

import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { SignedIn } from './signed-in.ts';

/** Names of the `:name` parts of a path. */
type PathNames<Path extends string> = Path extends `${infer Head}/${infer Rest}`
  ? PathNames<Head> | PathNames<Rest>
  : Path extends `:${infer Name}`
    ? Name
    : never;

type BodyOf<E extends Endpoint> = E extends {
  readonly body: infer B extends { readonly _zod: { readonly output: unknown } };
}
  ? B['_zod']['output']
  : undefined;

/** Something an endpoint answers that is text already, or bytes. */
export class PreparedAnswer {
  readonly text: string | Buffer;
  readonly type: string;
  /** Content-Encoding of the bytes. */
  readonly coding: string;
  /** A policy of its own instead of the one for pages. */
  readonly policy: string | undefined;
  /** Opened by itself it is put away as a file, never shown as a page. */
  readonly isDownload: boolean;

  constructor(prepared: {
    text: string | Buffer;
    type: string;
    policy?: string;
    coding?: string;
    isDownload?: boolean;
  }) {
    this.text = prepared.text;
    this.coding = prepared.coding ?? 'identity';
    this.type = prepared.type;
    this.policy = prepared.policy;
    this.isDownload = prepared.isDownload ?? false;
  }
}

/** One request to an endpoint after everything about it was checked. */
export interface Call<E extends Endpoint> {
  /** Whoever asks; null only where the endpoint is for anyone. */
  readonly session: E['action'] extends OpenAction ? SignedIn | null : SignedIn;
  /** The board that it is about, where its action is one on a board. */
  readonly board: E['action'] extends BoardAction ? Board : undefined;
  readonly ids: Readonly<Record<PathNames<E['path']>, string>>;
  readonly body: BodyOf<E>;
  readonly language: Locale;
  /** The network that asks, for limits only. */
  readonly network: string;
  readonly request: Request;
  readonly response: Response;
}

/** Does what an endpoint is for. Throws `Refused` for everything else. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<E['answer']['_zod']['output'] | PreparedAnswer>;

/** Where features hang their endpoints. */
export interface Api {
  on<const E extends Endpoint>(endpoint: E, handler: Handler<E>): void;
}

/** Does what an endpoint is for, and keeps its line of the audit log before it is answered. */
export type Audited = <E extends Endpoint, Answer>(
  endpoint: E,
  call: Call<E>,
  work: () => Promise<Answer>,
) => Promise<Answer>;
