import { expect, it } from 'vitest';
import * as z from 'zod/mini';

import type { Endpoint } from './http/endpoint.ts';
import * as protocol from './index.ts';
import { actions } from './model/actions.ts';
import { presence } from './realtime/presence.ts';

/** What becomes of words that somebody may write into a field of a request, where it is not staff alone who may ask. */
const register: Readonly<Record<string, 'looked at' | 'desk alone' | 'compared alone'>> = {
  // A guest's note waits like a pupil's work (BP8).
  'postGuestNote text': 'looked at',
  // What is told with a report is sealed and read at the desk (SG-13).
  'postConcern words': 'desk alone',
  'postGuestConcern words': 'desk alone',
  // What opens something: compared with what is known, and neither kept nor shown to anybody else.
  'postCode code': 'compared alone',
  'postEnterAsGuest token': 'compared alone',
};

/** Asked by whoever is about to be staff: their own names, addresses and secrets. */
const ofFutureStaff: ReadonlySet<string> = new Set(['sign in or out', 'take an invitation', 'set up the first school']);

type JsonSchema = { readonly [key: string]: unknown };

/** Where a schema takes a text of anybody's choosing. */
function freeTexts(schema: JsonSchema, at: string): string[] {
  const isFixed = ['enum', 'const', 'pattern', 'format'].some((key) => key in schema);
  const own = schema['type'] === 'string' && !isFixed ? [at] : [];
  const several = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (schema[key] ?? []) as JsonSchema[]);
  const items = typeof schema['items'] === 'object' ? [schema['items'] as JsonSchema] : [];
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  return [
    ...own,
    ...several.flatMap((one) => freeTexts(one, at)),
    ...items.flatMap((one) => freeTexts(one, `${at}[]`)),
    ...fields.flatMap(([name, one]) => freeTexts(one, at === '' ? name : `${at}.${name}`)),
  ];
}

const textsOf = (schema: z.ZodMiniType): string[] =>
  freeTexts(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema, '');

function isEndpoint(entry: [string, unknown]): entry is [string, Endpoint] {
  const [, value] = entry;
  return typeof value === 'object' && value !== null && 'path' in value && 'action' in value;
}

it('[SG-10] whatever a pupil or a guest can say in a request is looked at, is for the desk alone, or is compared and forgotten', () => {
  const endpoints = Object.entries<unknown>(protocol).filter(isEndpoint);
  expect(endpoints.length).toBeGreaterThan(100);
  const free = endpoints
    .filter(([, { action }]) => !isOfStaff(action))
    .flatMap(([name, { body }]) => (body ? textsOf(body).map((field) => `${name} ${field}`) : []));
  expect(free.toSorted()).toEqual(Object.keys(register).toSorted());
});

it('[SG-10] a pointer carries no words', () => {
  expect(textsOf(presence)).toEqual([]);
});

function isOfStaff(action: Endpoint['action']): boolean {
  const { who } = actions[action];
  return who === 'staff' || who === 'administrator' || who === 'leading' || ofFutureStaff.has(action);
}
