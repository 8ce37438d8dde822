import type { Migration } from '../migrate.ts';

/** What staff trust pupils with, and whose work was decided how. */
export const trust: Migration = {
  version: 7,
  sql: `
    CREATE TABLE pupil_trust (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL,
      school TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'school')
    ) STRICT;
    ALTER TABLE queue_line ADD COLUMN author TEXT GENERATED ALWAYS AS (data ->> 'author');
    CREATE INDEX queue_decided ON queue_line (author, changed_at) WHERE status IN ('approved', 'rejected');
  `,
};
