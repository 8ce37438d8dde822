import { trustKind } from '@bridgeboard/protocol';
import type { TrustLevel, TrustMark } from '@bridgeboard/protocol';

import type { AuditKeeper } from '../audit-keeper.ts';
import type { PupilTrustBook, SchoolPupil } from '../pupil-trust.ts';
import type { Person } from '../rooms/live-board.ts';

interface Parts {
  readonly book: Pick<PupilTrustBook, 'standingsOf'>;
  readonly keeper: Pick<AuditKeeper, 'keep'>;
  readonly onError: (what: string, reason: unknown) => void;
}

const ranks: readonly (TrustLevel | null)[] = ['before', null, 'after', 'trusted'];

/** Tells the audit log what a decision did to somebody's trust (TL5). */
export class TrustNews {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Does something that may count for this pupil. A line that cannot be kept now waits, and the act stands. */
  async around<Answer>(about: { pupil: SchoolPupil; by: Person }, act: () => Promise<Answer>): Promise<Answer> {
    const { book, onError } = this.#parts;
    const before = await book.standingsOf(about.pupil);
    const answer = await act();
    try {
      const after = await book.standingsOf(about.pupil);
      for (const kind of trustKind.options) {
        const [from, { level: to, cause }] = [before[kind].level, after[kind]];
        if (from !== to) await this.#tell(about, { kind, isRise: ranks.indexOf(to) > ranks.indexOf(from), to, cause });
      }
    } catch (reason) {
      onError('audit log', reason);
    }
    return answer;
  }

  #tell(
    { pupil, by }: { pupil: SchoolPupil; by: Person },
    change: { kind: string; isRise: boolean; to: TrustLevel | null; cause: string },
  ): Promise<void> {
    return this.#parts.keeper.keep({
      act: change.isRise ? 'trust.rise' : 'trust.fall',
      by,
      subjects: [{ kind: 'person', id: pupil.id }],
      detail: `${change.kind},${change.to ?? 'board'},${change.cause}`,
    });
  }
}

/** Tells it what something that was put away did to its author's trust, whoever asked for it and by whatever way. */
export function tellFallen(keeper: Pick<AuditKeeper, 'keep'>): (pupil: SchoolPupil, mark: TrustMark) => Promise<void> {
  return ({ id, school }, { kind, level, cause, by }) =>
    keeper.keep({
      act: 'trust.fall',
      by: { id: by, role: 'staff', school },
      subjects: [{ kind: 'person', id }],
      detail: `${kind},${level ?? 'board'},${cause}`,
    });
}
