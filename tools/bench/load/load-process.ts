/* A process of its own that is many people at once; the bench tells it what to do over IPC. */
import { BridgeboardClient } from '../clients/bridgeboard-client.ts';
import { HocuspocusClient } from '../clients/hocuspocus-client.ts';
import type { LoadClient, LoadPerson } from '../clients/load-client.ts';
import { TldrawClient } from '../clients/tldraw-client.ts';
import { ViewerClient } from '../clients/viewer-client.ts';
import { Approvals } from './approvals.ts';
import { Crowd } from './crowd.ts';
import { preciseNow } from './job.ts';
import type { FromLoad, LoadJob, LoadReport, ToLoad } from './job.ts';
import { Recorder } from './recorder.ts';

const connectAtOnce = 10;

/** The people of one job, connected. */
class Load {
  readonly #job: LoadJob;
  readonly #recorder = new Recorder();
  readonly #clients: { client: LoadClient; person: LoadPerson }[] = [];
  readonly #approvals: Approvals[] = [];

  constructor(job: LoadJob) {
    this.#job = job;
  }

  async connect(): Promise<void> {
    const { people } = this.#job;
    for (let at = 0; at < people.length; at += connectAtOnce) {
      const some = people.slice(at, at + connectAtOnce).map((person) => ({ person, client: this.#clientOf(person) }));
      this.#clients.push(...some);
      await Promise.all(some.map(({ client }) => client.open()));
    }
  }

  async run(at: number): Promise<LoadReport> {
    const { workload } = this.#job;
    const [measureFrom, end] = [at + workload.warmUpMs, at + workload.warmUpMs + workload.measuredMs];
    const crowd = new Crowd({ clients: this.#clients, workload, recorder: this.#recorder });
    const running = crowd.run(at, end);
    await until(measureFrom);
    crowd.takeLatest();
    const before = { ...this.#traffic(), cpu: process.cpuUsage(), at: preciseNow() };
    await running;
    const [after, stoppedAt] = [this.#traffic(), preciseNow()];
    const cpu = process.cpuUsage(before.cpu);
    const cpuShare = (cpu.user + cpu.system) / 1_000 / (stoppedAt - before.at);
    await until(end + workload.settleMs);
    return {
      ...this.#recorder.report(),
      bytes: after.bytes - before.bytes,
      messages: after.messages - before.messages,
      viewerBytes: after.viewerBytes - before.viewerBytes,
      answerMs: this.#answerMs(before.at, stoppedAt),
      cpuShare,
      latestStepMs: crowd.takeLatest(),
      complaints: this.#complaints(),
    };
  }

  #clientOf(person: LoadPerson): LoadClient {
    const { kind, url, board, probes } = this.#job;
    const onPoints = probes.includes(person.number) ? this.#recorder.probe(person.number) : null;
    const to = { url, board, person, onPoints };
    if (kind === 'tldraw') return new TldrawClient(to);
    if (kind === 'hocuspocus') return new HocuspocusClient(to);
    if (person.looksOn) return new ViewerClient(to);
    return new BridgeboardClient({ ...to, onCases: this.#approvalsOf(person)?.onCases });
  }

  #approvalsOf(person: LoadPerson): Approvals | null {
    const { url, board, approveAfterMs } = this.#job;
    if (approveAfterMs === null || person.role !== 'staff') return null;
    const approvals = new Approvals({ url, board, person, afterMs: approveAfterMs, recorder: this.#recorder });
    this.#approvals.push(approvals);
    return approvals;
  }

  #traffic(): { bytes: number; messages: number; viewerBytes: number } {
    const all = { bytes: 0, messages: 0, viewerBytes: 0 };
    for (const { client, person } of this.#clients) {
      const { bytes, messages } = client.received;
      if (person.looksOn) all.viewerBytes += bytes;
      else {
        all.bytes += bytes;
        all.messages += messages;
      }
    }
    return all;
  }

  #answerMs(from: number, to: number): number[] {
    const all = this.#clients.flatMap(({ client }) => client.answered ?? []);
    return all.filter(({ at }) => at >= from && at < to).map(({ tookMs }) => tookMs);
  }

  #complaints(): [string, number][] {
    const counts = new Map<string, number>();
    const all = [...this.#clients.map(({ client }) => client), ...this.#approvals].flatMap((one) => one.complaints);
    for (const words of all) counts.set(words, (counts.get(words) ?? 0) + 1);
    return [...counts];
  }
}

function until(moment: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - preciseNow())));
}

function tell(message: FromLoad): Promise<void> {
  return new Promise((resolve) =>
    process.send ? process.send(message, undefined, undefined, () => resolve()) : resolve(),
  );
}

let load: Load | null = null;

async function hear(message: ToLoad): Promise<void> {
  if (message.say === 'connect') {
    load = new Load(message.job);
    await load.connect();
    return tell({ say: 'connected' });
  }
  if (load) await tell({ say: 'report', report: await load.run(message.at) });
  process.exit(0);
}

process.on('message', (message: ToLoad) => {
  hear(message).catch(async (error: unknown) => {
    await tell({ say: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(1));
