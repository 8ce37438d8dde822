import { afterAll, describe, expect, test } from 'vitest';

import { runKillLoop } from '../../../../tools/prove/kill/kill-loop.ts';
import { proofContext } from '../../../../tools/prove/run-proof.ts';
import { openMongoProof } from '../../../../tools/prove/stores/mongo-store.ts';
import { openSqliteProof } from '../../../../tools/prove/stores/sqlite-store.ts';

const context = proofContext(new AbortController().signal);
const crowd = { boards: 2, pupils: 16, seed: 1 };
const timeout = 120_000;

afterAll(async () => {
  for (const cleanup of context.cleanups.reverse()) await cleanup();
});

// `pnpm prove:kill` does the same for longer and with more people.
describe('a server that is killed while people draw and teachers decide', () => {
  test(
    '[REL-01, REL-23] on SQLite has all that it answered, each act with its line in the audit log',
    { timeout },
    async () => {
      await using store = await openSqliteProof();
      const { acked, lost, phantom } = await runKillLoop({ store, rounds: 5, ...crowd });
      expect({ lost, phantom }).toEqual({ lost: [], phantom: [] });
      expect(acked).toBeGreaterThan(80);
    },
  );

  test.skipIf(process.env['TEST_MONGO_URL'] === undefined)(
    '[REL-01, REL-23] on MongoDB has it too, when the database is killed with it',
    { timeout },
    async () => {
      await using store = await openMongoProof(context, { toKill: true });
      if (store === null) throw new Error('there was a server for tests, and none can be started');
      const { acked, lost, phantom } = await runKillLoop({ store, rounds: 3, ...crowd });
      expect({ lost, phantom }).toEqual({ lost: [], phantom: [] });
      expect(acked).toBeGreaterThan(40);
    },
  );
});
