import { Streamer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Approvals } from '../../../tools/prove/moderation/approvals.ts';
import { Revocations } from '../../../tools/prove/moderation/revocations.ts';
import { workEveryMs, type AtWork, type Stage } from '../../../tools/prove/moderation/stage.ts';
import { startCrowd, type Crowd } from './crowd.ts';

/** Rounds of each; `pnpm prove:moderation` does a thousand in all. */
const rounds = 2;

let crowd: Crowd;
let stage: Stage;

beforeAll(async () => {
  crowd = await startCrowd({ pupils: 58, mode: 'open' }, { MAX_SOCKETS_PER_SESSION: '50' });
  const atWork: AtWork[] = [];
  await Promise.all(
    crowd.people.map(async (who, at) => {
      const stream = await new Streamer(await crowd.join(who), at).begin(workEveryMs);
      atWork[at] = { who, stream };
    }),
  );
  stage = stageOf(crowd, atWork);
}, 60_000);
afterAll(async () => {
  for (const { stream } of stage.atWork) stream.stop();
  await crowd[Symbol.asyncDispose]();
});

/** Seen from within, it is known when the journal kept the last entry that was no edit. */
function stageOf({ server, board, people }: Crowd, atWork: AtWork[]): Stage {
  const { journal, catalogue } = server.storage;
  const append = journal.append.bind(journal);
  let keptAt = 0;
  journal.append = async (entries) => {
    await append(entries);
    if (entries.some(({ facts }) => facts.kind !== 'edit')) keptAt = performance.now();
  };
  return {
    board,
    atWork,
    join: (who) => crowd.join(who),
    tookHold: () => keptAt,
    closeBursts: async () => server.clock.forward(6_000),
    async letIn({ id, school }) {
      const by = people.find((one) => one.school === school)?.id ?? '';
      await catalogue.admit({ board, pupil: id, school, by, at: Date.now() });
    },
  };
}

test('[REL-07] [SEC-05] sixty people draw, and nothing is sent of what is hidden, frozen or undone, nor to who was sent out, once it is kept', async () => {
  const revocations = new Revocations(stage);
  const approvals = new Approvals(stage, revocations);
  for (let round = 0; round < rounds; round += 1) {
    await revocations.hide(stage.atWork[2 + 7 * round] as AtWork);
    await revocations.freeze(stage.atWork[3 + 9 * round] as AtWork);
    await revocations.dismiss(stage.atWork[5 + 11 * round] as AtWork);
  }
  // Undoing comes last: it leaves a school whose work is held.
  await approvals.letOutAndUndo(stage.atWork.slice(-rounds));
  expect(revocations.faults).toEqual([]);
  expect(revocations.leaks).toHaveLength(4 * rounds);
  expect(approvals.toScreen).toHaveLength(30 * rounds);
}, 60_000);
