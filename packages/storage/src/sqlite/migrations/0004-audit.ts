import type { Migration } from '../migrate.ts';

/**
 * The audit log. The newest line is noted apart, so that lines cannot be missing at the end. Networks stand beside the lines
 * because they alone go again. The last index finds the entries of journals that the log has to tell of.
 */
export const audit: Migration = {
  version: 4,
  sql: `
    CREATE TABLE audit_line (
      number INTEGER PRIMARY KEY,
      data TEXT NOT NULL,
      network TEXT,
      at REAL NOT NULL GENERATED ALWAYS AS (data ->> 'at'),
      board TEXT GENERATED ALWAYS AS (data ->> 'board'),
      entry_seq INTEGER GENERATED ALWAYS AS (data ->> '$.entry.seq'),
      entry_place INTEGER GENERATED ALWAYS AS (data ->> '$.entry.place')
    ) STRICT;
    CREATE UNIQUE INDEX audit_by_entry ON audit_line (board, entry_seq, entry_place) WHERE entry_seq IS NOT NULL;
    CREATE INDEX audit_with_network ON audit_line (at) WHERE network IS NOT NULL;
    CREATE TABLE audit_head (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX journal_audited ON journal_entry (board, seq) WHERE audit <> '[]';
  `,
};
