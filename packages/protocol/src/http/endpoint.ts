import type * as z from 'zod/mini';

import type { Action } from '../model/actions.ts';

/** One HTTP endpoint as data: the server mounts it, the browser calls it, the reference describes it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Express path; `:name` parts are entity ids. */
  readonly path: string;
  /** What asking this is: decides who may. One on a board whose path has no `:board` asks for itself. */
  readonly action: Action;
  /** One sentence for the reference. */
  readonly summary: string;
  readonly status: number;
  /** Counted apart from other requests: a board of a hundred pictures is opened at once. */
  readonly isPicture?: true;
  /** JSON that is sent along; what an endpoint with PUT takes are bare bytes, which its handler reads. */
  readonly body?: z.ZodMiniType;
  readonly answer: z.ZodMiniType;
}

/** Declares an endpoint and keeps its exact types. */
export function endpoint<const E extends Endpoint>(declared: E): E {
  return declared;
}
