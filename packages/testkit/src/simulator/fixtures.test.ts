import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import type { History } from './history.ts';
import { runHistory } from './run-history.ts';

const folder = new URL('fixtures/', import.meta.url);

/** A history in which something was wrong once. */
interface Fixture {
  /** What was wrong. */
  readonly found: string;
  readonly history: History;
}

const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): [string, Fixture] => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture]);

test.each(fixtures)(
  '[REL-03] [REL-04] [REL-06] a history that failed once plays through: %s',
  async (_, { history }) => {
    const { failures } = await runHistory(history);
    expect(failures).toEqual([]);
  },
);
