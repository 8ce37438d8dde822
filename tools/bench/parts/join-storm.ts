import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { watched } from '../servers/server-process.ts';
import { percentile } from '../fanout/percentile.ts';
import { decimals } from '../report/text-table.ts';
import type { LoadPerson } from '../clients/load-client.ts';
import { seededRandom } from '../workload/random.ts';
import { createOps } from './board-content.ts';
import { clientOf, fillBoard } from './fill-board.ts';
import type { Part } from './part.ts';

const people = 300;
const records = 5_000;
/** As the browser waits before it connects again: longer each time, a part of it chance. */
const pause = { firstMs: 500, longestMs: 10_000 } as const;
const connectAtOnce = 20;

type Person = Omit<LoadPerson, 'draws'>;

/** Tries until the person is on the board and has its snapshot; answers when that was. */
async function comeBack(server: BridgeboardServer, person: Person, random: () => number): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const waitMs = Math.min(pause.firstMs * 2 ** tries, pause.longestMs) * (1 + random() / 2);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const client = clientOf(server, person);
    try {
      await client.open();
      return performance.now();
    } catch {
      client.close();
    }
  }
}

/** Everybody comes back at once after the server was started anew (REL-18). */
export const joinStorm: Part = {
  name: 'join-storm',
  title: 'Join storm',
  method:
    '300 people are on a board of 5,000 plain records; the server is stopped with SIGTERM and started again; everybody tries to come back with the pauses of our browser app and fetches the whole snapshot. Back is who is joined and has the last byte. The stall is the longest time that the event loop of the server stood still from when it was ready.',
  async run() {
    await using server = await BridgeboardServer.start({ people: people + 2, mode: 'open', flags: watched });
    await fillBoard(server, createOps('plain', records));
    const pupils = server.people.filter(({ role }) => role === 'pupil');
    for (let at = 0; at < pupils.length; at += connectAtOnce)
      await Promise.all(pupils.slice(at, at + connectAtOnce).map((person) => clientOf(server, person).open()));
    const random = seededRandom(18);
    const stopAsked = performance.now();
    const returning = pupils.map((person) => comeBack(server, person, random));
    const { stoppedAfterMs, readyAfterMs } = await server.restart({ flags: watched });
    // Watched from here on: a program that is still being read keeps nobody waiting who is let in.
    await server.process.selfReport();
    const back = await Promise.all(returning);
    const readyAt = stopAsked + readyAfterMs;
    const sinceReady = back.map((at) => at - readyAt);
    const { longestStallMs } = await server.process.selfReport();
    const figures = {
      people,
      stoppedAfterMs,
      readyAfterMs,
      backP50Ms: percentile(sinceReady, 0.5),
      backP99Ms: percentile(sinceReady, 0.99),
      backP99SinceStopMs: percentile(back, 0.99) - stopAsked,
      longestStallMs,
    };
    return {
      figures,
      head: [
        'people',
        'stopped after ms',
        'ready after ms',
        'back p50 ms',
        'back p99 ms',
        'p99 since the stop',
        'longest stall ms',
      ],
      lines: [Object.values(figures).map((figure) => decimals(figure))],
    };
  },
};
