import type { ConcernList } from '@bridgeboard/protocol';
import { HttpPerson, RawClient, shape } from '@bridgeboard/testkit';
import { expect, test } from 'vitest';

import { startServer } from '../../../../tools/prove/kill/start-server.ts';
import { makeSessions } from '../../../../tools/sessions/make-sessions.ts';
import { freshFolder } from '../server-in-process.ts';
import { seededDice } from '../tamper.ts';

/** More of them in the command that `docs/proofs.md` names. */
const rounds = Number(process.env['REPORT_ROUNDS'] ?? 2);
const perRound = 6;

/** One child's report, and whether it was answered before the server died. */
interface Tap {
  readonly id: string;
  readonly record: string;
  isAnswered: boolean;
}

test(
  '[SGD1] [SGD7] [SG-13] a server killed between tap and receipt has every report that it answered, each once, and its piece off the board',
  { timeout: 20_000 + rounds * 6_000 },
  async () => {
    await using folder = await freshFolder();
    const lesson = await makeSessions({ dataDir: folder.path, schools: 1, pupils: 1, mode: 'open' });
    const cookieOf = (role: 'staff' | 'pupil'): string => lesson.people.find((one) => one.role === role)?.cookie ?? '';
    const dice = seededDice(7);
    const all: Tap[] = [];
    let unanswered = 0;
    for (let round = 0; round <= rounds; round += 1) {
      await using server = await startServer({ dataDir: folder.path, mongoUrl: undefined });
      const [lead, child] = [
        new HttpPerson(server.url, cookieOf('staff')),
        new HttpPerson(server.url, cookieOf('pupil')),
      ];
      await using pen = await new RawClient(child).join(lesson.board);
      const kept = ((await lead.get('/api/concerns')).json as ConcernList).cases.map(({ id }) => id);
      expect(all.filter((tap) => tap.isAnswered && !kept.includes(tap.id))).toEqual([]);
      // Whatever was kept is off the board, also where the server died before it could answer.
      expect(all.filter(({ id, record }) => kept.includes(id) && pen.seen().has(record))).toEqual([]);
      // The browser goes on sending what has no receipt.
      for (const tap of all.filter(({ isAnswered }) => !isAnswered)) {
        unanswered += 1;
        tap.isAnswered = (await send(child, lesson.board, tap)).status === 200;
      }
      expect(await idsOf(lead)).toEqual(all.map(({ id }) => id).toSorted());
      if (round < rounds) all.push(...(await reportAndDie(round, { pen, child, server, board: lesson.board, dice })));
    }
    expect(unanswered).toBeGreaterThan(0);
    expect(unanswered).toBeLessThan(all.length);
  },
);

async function idsOf(lead: HttpPerson): Promise<string[]> {
  return ((await lead.get('/api/concerns')).json as ConcernList).cases.map(({ id }) => id).toSorted();
}

function send(child: HttpPerson, board: string, { id, record }: Tap) {
  const wish = { id, about: { kind: 'piece', record }, reason: 'scared' };
  return child.post(`/api/boards/${board}/concerns`, wish);
}

/** Reports new notes all at once, and kills the server when some have been answered, while the others are on their way. */
async function reportAndDie(
  round: number,
  how: {
    pen: RawClient;
    child: HttpPerson;
    server: { stop(signal: 'SIGKILL'): Promise<unknown> };
    board: string;
    dice: (below: number) => number;
  },
): Promise<Tap[]> {
  const { pen, child, server, board } = how;
  const taps: Tap[] = [];
  for (let i = 0; i < perRound; i += 1) {
    const record = shape('note', `r${round}-${i}-`);
    await pen.edit({ op: 'create', record });
    taps.push({ id: `report-${round}-${i}-xxxxxxxxxx`, record: record.id, isAnswered: false });
  }
  const killAfter = how.dice(perRound);
  let answers = 0;
  let killing: Promise<unknown> | null = killAfter === 0 ? server.stop('SIGKILL') : null;
  await Promise.allSettled(
    taps.map(async (tap) => {
      tap.isAnswered = (await send(child, board, tap)).status === 200;
      answers += 1;
      if (answers >= killAfter) killing ??= server.stop('SIGKILL');
    }),
  );
  await (killing ?? server.stop('SIGKILL'));
  return taps;
}
