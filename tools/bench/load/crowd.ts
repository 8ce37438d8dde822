import type { LoadClient, LoadPerson } from '../clients/load-client.ts';
import { Hand } from '../workload/hand.ts';
import { seededRandom } from '../workload/random.ts';
import { peopleWhoDraw } from '../workload/workload.ts';
import type { Workload } from '../workload/workload.ts';
import { preciseNow } from './job.ts';
import type { Recorder } from './recorder.ts';

interface Member {
  readonly client: LoadClient;
  readonly person: LoadPerson;
  readonly hand: Hand;
  /** When the hand makes its next step. */
  dueAt: number;
}

const lookEveryMs = 2;

/** The hands of all people of one load process, each stepping at its own moment of the beat. */
export class Crowd {
  readonly #members: Member[];
  readonly #everyMs: number;
  readonly #recorder: Recorder;
  #latestMs = 0;

  constructor(about: {
    clients: readonly { client: LoadClient; person: LoadPerson }[];
    workload: Workload;
    recorder: Recorder;
  }) {
    const { workload } = about;
    this.#everyMs = 1_000 / workload.perSecond;
    this.#recorder = about.recorder;
    this.#members = about.clients
      .filter(({ person }) => !person.looksOn)
      .map(({ client, person }) => ({ client, person, hand: handOf(person, workload), dueAt: 0 }));
  }

  /** How late a step was at worst, in ms, since it was asked for the last time. */
  takeLatest(): number {
    const latest = this.#latestMs;
    this.#latestMs = 0;
    return latest;
  }

  /** Steps from `from` until `until`, ms since 1970. */
  run(from: number, until: number): Promise<void> {
    const random = seededRandom(4_711);
    for (const member of this.#members) member.dueAt = from + random() * this.#everyMs;
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const now = preciseNow();
        if (now >= until) {
          clearInterval(timer);
          resolve();
        } else this.#stepAll(now);
      }, lookEveryMs);
    });
  }

  #stepAll(now: number): void {
    for (const member of this.#members) {
      while (member.dueAt <= now) {
        this.#latestMs = Math.max(this.#latestMs, now - member.dueAt);
        member.dueAt += this.#everyMs;
        const step = member.hand.step();
        if (step.pen) this.#recorder.draw(member.person.number, step.pen.stroke.id);
        member.client.step(step);
      }
    }
  }
}

/** Drawers who rest begin at different moments, so that equally many draw at any time. */
function handOf({ number, draws }: LoadPerson, workload: Workload): Hand {
  const { stepsPerStroke, pauseSteps } = workload;
  if (!draws) return new Hand(number, null);
  const turn = (number % peopleWhoDraw(workload)) / peopleWhoDraw(workload);
  const firstPauseSteps = pauseSteps === 0 ? 0 : Math.round(turn * (stepsPerStroke + pauseSteps));
  return new Hand(number, { stepsPerStroke, pauseSteps, firstPauseSteps });
}
