import type { Migration } from '../migrate.ts';

/** Places on a school's staff that are offered. */
export const invitations: Migration = {
  version: 5,
  sql: `
    CREATE TABLE invitation (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL,
      school TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'school')
    ) STRICT;
  `,
};
