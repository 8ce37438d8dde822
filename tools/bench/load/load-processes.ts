import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import type { LoadPerson } from '../clients/load-client.ts';
import type { FromLoad, LoadJob, LoadReport, ToLoad } from './job.ts';

const program = join(import.meta.dirname, 'load-process.ts');
/** More than this in one process would make the load itself the bottleneck. Viewers only count what they get. */
const perProcess = { people: 125, viewers: 500 } as const;

/** The load processes of one run; ends them with its scope. */
export class LoadProcesses {
  readonly #children: ChildProcess[];

  private constructor(children: ChildProcess[]) {
    this.#children = children;
  }

  /** Starts as many processes as the people need; all people are on the board when it resolves. */
  static async connect(job: LoadJob): Promise<LoadProcesses> {
    const groups = [
      ...groupsOf(
        job.people.filter(({ looksOn }) => !looksOn),
        perProcess.people,
      ),
      ...groupsOf(
        job.people.filter(({ looksOn }) => looksOn),
        perProcess.viewers,
      ),
    ];
    const processes = new LoadProcesses(
      groups.map(() => fork(program, { env: { ...process.env, NODE_ENV: 'production' } })),
    );
    try {
      await Promise.all(
        groups.map(async (people, at) => {
          const child = processes.#children[at];
          if (child) await ask(child, { say: 'connect', job: { ...job, people } }, 'connected');
        }),
      );
      return processes;
    } catch (error) {
      processes[Symbol.dispose]();
      throw error;
    }
  }

  /** Everybody begins at this moment, ms since 1970. */
  async run(at: number): Promise<LoadReport[]> {
    const answers = await Promise.all(this.#children.map((child) => ask(child, { say: 'begin', at }, 'report')));
    return answers.flatMap((answer) => (answer.say === 'report' ? [answer.report] : []));
  }

  [Symbol.dispose](): void {
    for (const child of this.#children) if (child.exitCode === null) child.kill();
  }
}

function groupsOf(people: readonly LoadPerson[], most: number): LoadPerson[][] {
  const count = Math.ceil(people.length / most);
  return Array.from({ length: count }, (_, group) => people.filter((_person, at) => at % count === group));
}

function ask(child: ChildProcess, message: ToLoad, wanted: FromLoad['say']): Promise<FromLoad> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`a load process ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (answer: FromLoad) => {
      child.off('exit', onExit);
      if (answer.say === wanted) resolve(answer);
      else reject(new Error(answer.say === 'failed' ? answer.reason : `a load process said ${answer.say}`));
    });
    child.send(message);
  });
}
