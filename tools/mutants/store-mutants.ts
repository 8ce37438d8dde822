import type { Mutant } from './mutant.ts';

const crash = 'apps/server/test/crash';
const rooms = 'apps/server/src/rooms';

/** Bugs between an answer and the disk. */
export const storeMutants: readonly Mutant[] = [
  {
    id: 'M1',
    what: 'an edit is answered 50 ms before the journal has it',
    breaks: 'REL-01',
    edits: [
      {
        file: `${rooms}/commit-queue.ts`,
        find: '        await this.#deps.append(entries);',
        replace: `        for (const { one } of taken) one.keep();
        await new Promise((resolve) => setTimeout(resolve, 50));
        await this.#deps.append(entries);`,
      },
    ],
    tests: [`${crash}/kill-loop.test.ts`],
  },
  {
    id: 'M2',
    what: 'a commit does not wait for the disk',
    breaks: 'REL-02',
    edits: [
      {
        file: 'packages/storage/src/sqlite/open-database.ts',
        find: 'PRAGMA synchronous = FULL;',
        replace: 'PRAGMA synchronous = OFF;',
      },
    ],
    tests: [`${crash}/disk.test.ts`],
    needs: 'strace',
  },
  {
    id: 'M3',
    what: 'facts and content of an entry are committed one after the other',
    breaks: 'REL-01, REL-23',
    edits: [
      {
        file: 'packages/storage/src/sqlite/board-journal.ts',
        find: `      for (const row of rows) this.#insert(row);
    });`,
        replace: `      for (const { board, seq, facts, audit, effects } of rows) {
        this.#connection.run(insertFacts, board, seq, facts, audit, effects);
      }
    }).then(() => this.#connection.write(() => {
      const entryOf = 'SELECT entry FROM journal_entry WHERE board = ? AND seq = ?';
      for (const { board, seq, content } of rows) {
        this.#connection.run(insertContent, Number(this.#connection.get(entryOf, board, seq)?.['entry']), content);
      }
    }));`,
      },
    ],
    tests: [`${crash}/kill-loop.test.ts`],
  },
  {
    id: 'M17',
    what: 'a board whose journal cannot be read is opened as an empty one',
    breaks: 'REL-15',
    edits: [
      {
        file: `${rooms}/load-board.ts`,
        find: 'await journal.read(about.board, state.seq + 1, pageSize);',
        replace: 'await journal.read(about.board, state.seq + 1, pageSize).catch(() => []);',
      },
      {
        file: `${rooms}/load-board.ts`,
        find: "  if (state.seq === 0) throw new Error('a board has no journal');\n",
        replace: '',
      },
    ],
    tests: [`${rooms}/load-board.test.ts`, `${crash}/database-away.test.ts`],
  },
];
