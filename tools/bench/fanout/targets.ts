import { BridgeboardServer } from '../servers/bridgeboard-server.ts';
import { ServerProcess } from '../servers/server-process.ts';
import type { Workload } from '../workload/workload.ts';
import type { Sight } from './judge-reports.ts';
import { peopleOfPeer, withDrawers } from './people.ts';
import { runFanout } from './run-fanout.ts';
import type { FanoutResult, FanoutTarget } from './run-fanout.ts';

/** The same work against us, in each mode, and against the peers, which show everything to everybody. */
export type Row = 'open' | 'own-school' | 'review';
export type Peer = 'tldraw' | 'hocuspocus';

/** A burst closes when its author has rested for 5 s. */
const burstIdleMs = 5_000;
const approveAfterMs = 1_000;

/**
 * The workload of a row. In `review` bursts have to close: each drawer rests after a stroke until its burst has, and more
 * people take turns, so that as many draw at any moment as in the other rows.
 */
function workloadOf(row: Row, workload: Workload): Workload {
  if (row !== 'review') return workload;
  const pauseSteps = Math.ceil((burstIdleMs / 1_000) * workload.perSecond) + workload.perSecond;
  return { ...workload, pauseSteps, settleMs: burstIdleMs + approveAfterMs + 2 * workload.settleMs };
}

type People = Parameters<FanoutTarget['sight']>[0];

/** Nothing is held: all that is drawn is everybody's at once. */
export function everybodySees(): Sight {
  return { sees: () => true, seesLive: () => true };
}

function sightOf(row: Row): (people: People) => Sight {
  return (people) => {
    const byNumber = new Map(people.map((person) => [person.number, person]));
    const isSameSchool = (one: number, other: number): boolean =>
      byNumber.get(one)?.school === byNumber.get(other)?.school;
    const isStaff = (number: number): boolean => byNumber.get(number)?.role === 'staff';
    if (row === 'open') return everybodySees();
    if (row === 'own-school') return { sees: isSameSchool, seesLive: isSameSchool };
    return { sees: () => true, seesLive: (probe, drawer) => isStaff(probe) && isSameSchool(probe, drawer) };
  };
}

/** One run of a row against our server. */
export async function runRow(row: Row, workload: Workload, flags: readonly string[] = []): Promise<FanoutResult> {
  const work = workloadOf(row, workload);
  const mode = row === 'review' ? 'held' : row;
  await using server = await BridgeboardServer.start({ people: work.sessions, mode, flags });
  return await runFanout({
    kind: 'bridgeboard',
    server: server.process,
    board: server.board,
    people: withDrawers(server.people, work),
    workload: work,
    sight: sightOf(row),
    approveAfterMs: row === 'review' ? approveAfterMs : null,
  });
}

/** One run of the same work against a peer, started anew. */
export async function runPeer(peer: Peer, workload: Workload): Promise<FanoutResult> {
  await using server = await ServerProcess.start({ file: `tools/bench/servers/${peer}-server.ts` });
  return await runFanout({
    kind: peer,
    server,
    board: 'bench',
    people: withDrawers(peopleOfPeer(workload.sessions), workload),
    workload,
    sight: everybodySees,
    approveAfterMs: null,
  });
}
