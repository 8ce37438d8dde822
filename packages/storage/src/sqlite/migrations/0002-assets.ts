import type { Migration } from '../migrate.ts';

/** Uploaded pictures; their bytes are files beside the database. */
export const assets: Migration = {
  version: 2,
  sql: `
    CREATE TABLE asset (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL,
      board TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'board'),
      school TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'school'),
      author TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'author'),
      upload TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'upload'),
      full_hash TEXT NOT NULL GENERATED ALWAYS AS (data ->> '$.full.hash'),
      small_hash TEXT NOT NULL GENERATED ALWAYS AS (data ->> '$.small.hash'),
      bytes INTEGER NOT NULL GENERATED ALWAYS AS ((data ->> '$.full.bytes') + (data ->> '$.small.bytes')),
      uploaded_at REAL NOT NULL GENERATED ALWAYS AS (data ->> 'uploadedAt'),
      is_kept INTEGER NOT NULL GENERATED ALWAYS AS (data ->> 'isKept')
    ) STRICT;
    CREATE INDEX asset_on_board ON asset (board, school, bytes);
    CREATE INDEX asset_by_author ON asset (author, uploaded_at);
    CREATE INDEX asset_by_full ON asset (full_hash);
    CREATE INDEX asset_by_small ON asset (small_hash);
    CREATE INDEX asset_unkept ON asset (uploaded_at, id) WHERE is_kept = 0;
  `,
};
