import { sealLine } from '@bridgeboard/domain';
import type { AuditAct, AuditDraft, AuditSubject } from '@bridgeboard/protocol';
import type { AuditLog } from '@bridgeboard/storage';

import { coarseNetworkOf } from './http/network.ts';
import type { Person } from './rooms/live-board.ts';
import type { Clock, Random } from './time-and-chance.ts';

/** Something that was done, as the audit log tells of it: by ids, without names and words. */
export interface AuditedAct {
  readonly act: AuditAct;
  /** Null: the instance itself, or somebody nobody knows. */
  readonly by: Pick<Person, 'id' | 'role' | 'school'> | null;
  /** Whose staff may read the line; the actor's school where none is named. */
  readonly schools?: readonly string[] | undefined;
  readonly board?: string | undefined;
  readonly subjects?: readonly AuditSubject[] | undefined;
  /** One word or number: `own-school`, `30`. */
  readonly detail?: string | undefined;
  /** Of a sign-in: the network it came from, which is cut short before it goes anywhere. */
  readonly network?: string | undefined;
}

interface KeeperParts {
  readonly log: Pick<AuditLog, 'append'>;
  readonly clock: Clock;
  readonly random: Random;
}

/** Lines that wait because the store could not take them; so many are the sign of a store that is gone. */
const mostWaiting = 1_000;
const mostSubjects = 300;

/** Writes the lines of acts that no board's journal tells of (AU1). What the store does not take at once waits for the next time. */
export class AuditKeeper {
  readonly #parts: KeeperParts;
  #waiting: AuditDraft[] = [];

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Resolves when the line is kept. Rejects where the store does not take it now: then it waits. */
  async keep(act: AuditedAct): Promise<void> {
    this.#waiting = [...this.#waiting, this.#draft(act)].slice(-mostWaiting);
    await this.flush();
  }

  /** Keeps what waits. Rejects where the store still does not take it. */
  async flush(): Promise<void> {
    const drafts = this.#waiting;
    if (drafts.length === 0) return;
    this.#waiting = [];
    try {
      await this.#parts.log.append(drafts, sealLine);
    } catch (reason) {
      this.#waiting = [...drafts, ...this.#waiting].slice(-mostWaiting);
      throw reason;
    }
  }

  #draft({ act, by, schools, board, subjects = [], detail, network }: AuditedAct): AuditDraft {
    const salt = this.#parts.random.bytes(16).toString('base64url');
    return {
      at: this.#parts.clock.now(),
      act,
      by: by && { person: by.id, school: by.school, role: by.role },
      schools: [...(schools ?? (by ? [by.school] : []))],
      board: board ?? null,
      subjects: subjects.slice(0, mostSubjects),
      detail: detail ?? null,
      entry: null,
      network: network === undefined ? null : { cut: coarseNetworkOf(network.split('/', 1)[0]), salt },
    };
  }
}
