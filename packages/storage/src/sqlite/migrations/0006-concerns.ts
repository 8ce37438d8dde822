import type { Migration } from '../migrate.ts';

/**
 * What became of reports. The newest line is noted apart, so that lines cannot be missing at the end; what was sealed stands beside
 * the lines because it alone may go again.
 */
export const concerns: Migration = {
  version: 6,
  sql: `
    CREATE TABLE concern_line (
      number INTEGER PRIMARY KEY,
      data TEXT NOT NULL,
      content TEXT,
      concern TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'concern'),
      kind TEXT NOT NULL GENERATED ALWAYS AS (data ->> '$.event.kind'),
      asset TEXT GENERATED ALWAYS AS (data ->> '$.event.asset')
    ) STRICT;
    CREATE INDEX concern_lines ON concern_line (concern);
    CREATE UNIQUE INDEX concern_beginning ON concern_line (concern) WHERE kind = 'reported';
    CREATE INDEX concern_picture ON concern_line (asset) WHERE asset IS NOT NULL;
    CREATE TABLE concern_head (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
  `,
};
