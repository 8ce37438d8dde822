import { answerBy, countWaitingLong } from '@bridgeboard/domain';
import type { AuditAct, QueueLine, School, StaffMember } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { AuditKeeper } from '../audit-keeper.ts';
import type { Clock } from '../time-and-chance.ts';

interface Parts {
  readonly storage: Pick<Storage, 'audit' | 'catalogue' | 'directory' | 'queue'>;
  readonly keeper: Pick<AuditKeeper, 'keep'>;
  readonly clock: Clock;
  /** Resolves to how many have been told; rejects where nobody could be. */
  readonly tell: (school: School, people: readonly StaffMember[]) => Promise<number>;
  readonly onError: (what: string, reason: unknown) => void;
}

/** The look after which staff are told comes at most so late, in ms: half of the minute within which they are (SG-28). */
export const alertEveryMs = 30_000;

const act: AuditAct = 'alert.waits';
/** Above every number of a line. */
const newest = Number.MAX_SAFE_INTEGER;

/**
 * SGD11: tells staff by mail when work has waited longer than their school lets it, once until nothing waits so long any more. A line of the
 * audit log says so, by which a server that starts again knows it.
 */
export class WaitingAlerts {
  readonly #parts: Parts;
  /** Schools whose staff have been told, and where something still waits. */
  readonly #told = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Looks at every school; never rejects. */
  async look(): Promise<void> {
    const { storage, onError } = this.#parts;
    try {
      for (const school of await storage.directory.schools()) await this.#lookAt(school);
    } catch (reason) {
      onError('alert of work that waits', reason);
    }
  }

  async #lookAt(school: School): Promise<void> {
    const { storage, keeper, clock, tell } = this.#parts;
    const late = await this.#lateOf(school);
    const [first] = late;
    if (first === undefined) {
      this.#told.delete(school.id);
      return;
    }
    if (this.#told.has(school.id)) return;
    const { desk, timeZone, id } = school;
    const since = answerBy({ ...desk, answerMinutes: desk.waitMinutes }, timeZone, first.openedAt);
    const before = await storage.audit.find({ school: id, below: newest, limit: 1, acts: [act], since });
    if (before.lines.length === 0 && clock.now() > since) {
      const sent = await tell(school, await this.#whomItConcerns(school, late));
      if (sent > 0) await keeper.keep({ act, by: null, schools: [id], detail: String(sent) });
    }
    this.#told.add(id);
  }

  async #lateOf(school: School): Promise<QueueLine[]> {
    const { queue, catalogue } = this.#parts.storage;
    const open = await queue.openOf(school.id);
    const count = countWaitingLong(
      open.map(({ openedAt }) => openedAt),
      school,
      this.#parts.clock.now(),
    );
    const late = open.slice(0, count);
    const gone = new Set<string>();
    // A board that stays for a report alone is gone for everybody (KE4).
    for (const id of new Set(late.map(({ board }) => board))) {
      if ((await catalogue.board(id))?.archived?.heldAt) gone.add(id);
    }
    return late.filter(({ board }) => !gone.has(board));
  }

  /** Who made these boards or let the pupils in to them; where nobody of these is there any more, all staff of the school. */
  async #whomItConcerns(school: School, late: readonly QueueLine[]): Promise<StaffMember[]> {
    const { catalogue, directory } = this.#parts.storage;
    const staff = (await directory.staffOf(school.id)).filter(({ endedAt }) => endedAt === null);
    const near = new Set<string>();
    for (const id of new Set(late.map(({ board }) => board))) {
      near.add((await catalogue.board(id))?.createdBy ?? '');
      for (const { by } of await catalogue.admissionsOf(id)) near.add(by);
    }
    const concerned = staff.filter(({ id }) => near.has(id));
    return concerned.length > 0 ? concerned : staff;
  }
}
