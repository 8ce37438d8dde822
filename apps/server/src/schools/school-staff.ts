import type { StaffMember, StaffRole } from '@bridgeboard/protocol';
import type { Directory, InvitationList } from '@bridgeboard/storage';
import type { LimitFunction } from 'p-limit';

import { Refused, found } from '../http/refusal.ts';
import type { Clock } from '../time-and-chance.ts';

interface Parts {
  readonly directory: Pick<Directory, 'staff' | 'staffOf' | 'putStaff'>;
  readonly invitations: Pick<InvitationList, 'invitationsOf' | 'take'>;
  /** Ends every session of somebody, live ones too, and their way to sign in. */
  readonly forget: (person: string) => Promise<void>;
  /** Takes somebody's second factor away; all their sessions end. */
  readonly forgetFactor: (person: string) => Promise<void>;
  readonly inTurn: LimitFunction;
  readonly clock: Clock;
}

/** Who works at a school, and as what. Its administrators change that; one of them always stays. */
export class SchoolStaff {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Those whose account has not ended. */
  async list(school: string): Promise<StaffMember[]> {
    return (await this.#parts.directory.staffOf(school)).filter(({ endedAt }) => endedAt === null);
  }

  /** Throws `Refused` LAST_ADMINISTRATOR where nobody would be one any more. */
  setRoles(school: string, person: string, roles: readonly StaffRole[]): Promise<void> {
    return this.#parts.inTurn(async () => {
      const member = await this.#member(school, person);
      if (member.endedAt !== null) throw new Refused('NOT_FOUND');
      if (!roles.includes('administrator')) await this.#giveUpOffice(member);
      await this.#parts.directory.putStaff({ ...member, roles: [...roles] });
    });
  }

  /**
   * Ends an account: first it is kept that they are nobody, so that no new session holds, then those there are end. Asked
   * again it does what is left to do.
   */
  end(school: string, person: string): Promise<void> {
    return this.#parts.inTurn(async () => {
      const { directory, clock, forget } = this.#parts;
      const member = await this.#member(school, person);
      if (member.endedAt === null) {
        await this.#giveUpOffice(member);
        await directory.putStaff({ ...member, endedAt: clock.now() });
      }
      await forget(person);
    });
  }

  /** For a colleague who has lost it. Throws `Refused` FORBIDDEN for oneself: that takes what is shown at sign-in. */
  async forgetFactor({ id, school }: { id: string; school: string }, person: string): Promise<void> {
    const member = await this.#member(school, person);
    if (member.endedAt !== null) throw new Refused('NOT_FOUND');
    if (member.id === id) throw new Refused('FORBIDDEN');
    await this.#parts.forgetFactor(person);
  }

  async #member(school: string, person: string): Promise<StaffMember> {
    const member = found(await this.#parts.directory.staff(person));
    return found(member.school === school ? member : null);
  }

  /** Whoever is no administrator any more must not come back by a place they have offered. */
  async #giveUpOffice({ id, school, roles }: StaffMember): Promise<void> {
    if (!roles.includes('administrator')) return;
    const others = (await this.list(school)).filter((one) => one.id !== id && one.roles.includes('administrator'));
    if (others.length === 0) throw new Refused('LAST_ADMINISTRATOR');
    const offered = await this.#parts.invitations.invitationsOf(school);
    for (const { id: invitation, by } of offered) if (by === id) await this.#parts.invitations.take(invitation);
  }
}
