import type { Migration } from '../migrate.ts';

/**
 * The first layout. A thing is kept whole as JSON; columns that are looked up by are generated from it, so they cannot
 * say something else. Facts and content of a journal entry lie in two tables: erasure replaces content alone (D3).
 */
export const init: Migration = {
  version: 1,
  sql: `
    CREATE TABLE journal_entry (
      entry INTEGER PRIMARY KEY,
      board TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      facts TEXT NOT NULL,
      audit TEXT NOT NULL,
      effects TEXT NOT NULL,
      UNIQUE (board, seq)
    ) STRICT;
    CREATE TABLE journal_content (
      entry INTEGER PRIMARY KEY REFERENCES journal_entry (entry),
      content TEXT NOT NULL
    ) STRICT;

    CREATE TABLE checkpoint (
      checkpoint INTEGER PRIMARY KEY AUTOINCREMENT,
      board TEXT NOT NULL,
      seq INTEGER NOT NULL,
      manifest TEXT
    ) STRICT;
    CREATE INDEX checkpoint_by_board ON checkpoint (board, seq);
    CREATE TABLE checkpoint_chunk (
      checkpoint INTEGER NOT NULL REFERENCES checkpoint (checkpoint) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      chunk TEXT NOT NULL,
      PRIMARY KEY (checkpoint, place)
    ) STRICT;

    CREATE TABLE school (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL
    ) STRICT;
    CREATE TABLE partnership (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL
    ) STRICT;
    CREATE TABLE staff (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL,
      school TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'school')
    ) STRICT;
    CREATE INDEX staff_by_school ON staff (school, id);
    CREATE TABLE class (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL,
      school TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'school'),
      code_selector TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'codeSelector')
    ) STRICT;
    CREATE INDEX class_by_school ON class (school, id);
    CREATE INDEX class_by_code ON class (code_selector, id);
    CREATE TABLE pupil (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL,
      class TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'classId')
    ) STRICT;
    CREATE INDEX pupil_by_class ON pupil (class, id);

    CREATE TABLE board (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL,
      changed_at REAL NOT NULL GENERATED ALWAYS AS (data ->> 'changedAt')
    ) STRICT;
    CREATE TABLE board_school (
      school TEXT NOT NULL,
      board TEXT NOT NULL REFERENCES board (id),
      PRIMARY KEY (school, board)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE admission (
      board TEXT NOT NULL,
      pupil TEXT NOT NULL,
      data TEXT NOT NULL,
      at REAL NOT NULL GENERATED ALWAYS AS (data ->> 'at'),
      PRIMARY KEY (board, pupil)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE queue_applied (
      board TEXT PRIMARY KEY,
      seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE queue_line (
      board TEXT NOT NULL,
      review_case TEXT NOT NULL,
      data TEXT NOT NULL,
      school TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'school'),
      status TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'status'),
      opened_at REAL NOT NULL GENERATED ALWAYS AS (data ->> 'openedAt'),
      changed_at REAL NOT NULL GENERATED ALWAYS AS (data ->> 'changedAt'),
      PRIMARY KEY (board, review_case)
    ) STRICT;
    CREATE INDEX queue_open ON queue_line (school, opened_at, board, review_case) WHERE status = 'open';
    CREATE INDEX queue_by_status ON queue_line (school, status, changed_at);

    CREATE TABLE publication (
      id TEXT PRIMARY KEY,
      data TEXT NOT NULL,
      board TEXT NOT NULL GENERATED ALWAYS AS (data ->> 'board'),
      created_at REAL NOT NULL GENERATED ALWAYS AS (data ->> 'createdAt')
    ) STRICT;
    CREATE INDEX publication_by_board ON publication (board, created_at);

    CREATE TABLE ping (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      count INTEGER NOT NULL
    ) STRICT;
  `,
};
