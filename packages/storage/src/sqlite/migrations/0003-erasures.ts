import type { Migration } from '../migrate.ts';

/** Whose work is to be gone for good. */
export const erasures: Migration = {
  version: 3,
  sql: `
    CREATE TABLE erasure (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL
    ) STRICT;
  `,
};
