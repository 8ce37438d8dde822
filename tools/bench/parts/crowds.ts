import { clientOf } from './fill-board.ts';
import type { Part } from './part.ts';
import { withDrawers } from '../fanout/people.ts';
import { runFanout } from '../fanout/run-fanout.ts';
import type { FanoutResult } from '../fanout/run-fanout.ts';
import { everybodySees } from '../fanout/targets.ts';
import { decimals, percent } from '../report/text-table.ts';
import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { definedWorkload } from '../workload/workload.ts';
import type { Workload } from '../workload/workload.ts';

const viewerCount = 1_000;
const mostPeople = 300;

function linesOf(result: FanoutResult): string[] {
  const { serverCpu, p95Ms, p99Ms, delivered, loadCpu } = result;
  return [percent(serverCpu), decimals(p95Ms), decimals(p99Ms), percent(delivered, 2), percent(loadCpu)];
}

const head = ['server CPU', 'p95 ms', 'p99 ms', 'delivered', 'load CPU'] as const;

/** A live board with a hall full of people who look on. */
export const viewers: Part = {
  name: 'viewers',
  title: 'A thousand viewers',
  method:
    'The open row with 60 people of whom 20 draw, and 1,000 viewers more on the namespace /viewers; two of the four probes are viewers, so the latencies are theirs too.',
  async run() {
    const workload = definedWorkload;
    const env = { MAX_SOCKETS_PER_SESSION: '1000' };
    await using server = await BridgeboardServer.start({ people: workload.sessions, mode: 'open', env });
    const people = withDrawers(server.people, workload);
    const looking = Array.from({ length: viewerCount }, (_, nth) => {
      const { cookie, role, school } = people[nth % people.length] ?? { cookie: '', role: 'pupil', school: 0 };
      return { number: people.length + nth, role, school, cookie, draws: false, looksOn: true };
    });
    const watching = people.filter((person) => !person.draws && person.role === 'pupil').slice(-2);
    const probes = [...watching, ...looking.slice(0, 2)].map(({ number }) => number);
    const result = await runFanout({
      kind: 'bridgeboard',
      server: server.process,
      board: server.board,
      people: [...people, ...looking],
      workload,
      sight: everybodySees,
      approveAfterMs: null,
      probes,
    });
    return {
      figures: { viewers: viewerCount, ...result },
      head: ['viewers', ...head, 'kB/s a viewer'],
      lines: [[decimals(viewerCount), ...linesOf(result), decimals(result.kBpsPerViewer, 1)]],
    };
  },
};

/** Everybody draws at once, slowly (REL-10). */
export const fullBoard: Part = {
  name: 'full-board',
  title: 'A full board',
  method:
    '300 people on one board in mode open, each with two operations and two pointer moves a second; one more asks to come in. Answered is the time from an edit to the word that it is durable.',
  async run() {
    const workload: Workload = {
      ...definedWorkload,
      sessions: mostPeople,
      drawers: mostPeople - 4,
      perSecond: 2,
      stepsPerStroke: 20,
    };
    await using server = await BridgeboardServer.start({ people: mostPeople + 1, mode: 'open' });
    const [people, oneMore] = [server.people.slice(0, mostPeople), server.people[mostPeople]];
    const target = { kind: 'bridgeboard', server: server.process, board: server.board, workload } as const;
    const running = runFanout({
      ...target,
      people: withDrawers(people, workload),
      sight: everybodySees,
      approveAfterMs: null,
    });
    const refusal = oneMore && refusalOf(server, oneMore, workload.warmUpMs);
    const [result, refused] = await Promise.all([running, refusal]);
    return {
      figures: { people: mostPeople, refused, ...result },
      head: ['people', ...head, 'answered p99 ms', 'kB/s a client', 'one more'],
      lines: [
        [
          decimals(mostPeople),
          ...linesOf(result),
          decimals(result.answerP99Ms),
          decimals(result.kBpsPerClient, 1),
          refused ?? '–',
        ],
      ],
    };
  },
};

/** What somebody is told who comes when the board is full. */
async function refusalOf(
  server: BridgeboardServer,
  person: BridgeboardServer['people'][number],
  afterMs: number,
): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const client = clientOf(server, person);
  const isIn = await client.open().then(
    () => true,
    () => false,
  );
  client.close();
  return isIn ? 'let in' : (client.complaints.find((words) => words.startsWith('ended: ')) ?? 'not let in');
}
