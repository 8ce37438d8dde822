import { keptClasses } from '@bridgeboard/protocol';
import type { Invitation } from '@bridgeboard/protocol';
import type { Directory, InvitationList } from '@bridgeboard/storage';
import type { LimitFunction } from 'p-limit';

import { Refused } from '../http/refusal.ts';
import { hashOfSecret, isSecretOf } from '../link-secret.ts';
import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import type { NewAccount, NewStaff, Place } from './new-staff.ts';

const lastsMs = keptClasses.invitations.days * 86_400_000;

interface Parts {
  readonly directory: Pick<Directory, 'staff'>;
  readonly invitations: InvitationList;
  readonly newStaff: NewStaff;
  readonly inTurn: LimitFunction;
  readonly clock: Clock;
  readonly random: Random;
}

/** Places on a staff that administrators offer by a link. The link holds a name and a secret; only a hash of that is kept. */
export class StaffInvitations {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async make(place: Place, by: string): Promise<{ invitation: Invitation; token: string }> {
    const { invitations, clock, random } = this.#parts;
    const [id, secret] = [newId(random), newId(random)];
    const offer = { ...place, roles: [...place.roles], by, expiresAt: clock.now() + lastsMs };
    const invitation = { id, secretHash: hashOfSecret(secret), ...offer };
    await invitations.put(invitation);
    return { invitation, token: `${id}.${secret}` };
  }

  /** Those that can still be taken; what has run out is cleared away. */
  async list(school: string): Promise<Invitation[]> {
    const { invitations, clock } = this.#parts;
    const all = await invitations.invitationsOf(school);
    const isOver = ({ expiresAt }: Invitation): boolean => expiresAt <= clock.now();
    for (const { id } of all.filter(isOver)) await invitations.take(id);
    return all.filter((one) => !isOver(one));
  }

  /** Throws `Refused` NOT_FOUND for one that is not there or another school's. */
  async withdraw(school: string, id: string): Promise<void> {
    const { invitations } = this.#parts;
    if ((await invitations.invitation(id))?.school !== school || !(await invitations.take(id))) {
      throw new Refused('NOT_FOUND');
    }
  }

  /** What a link offers. Throws `Refused` INVITATION_OVER for every link that offers nothing, alike. */
  async read(token: string): Promise<Invitation> {
    const { invitations, clock } = this.#parts;
    const [id = '', secret = ''] = token.split('.');
    const invitation = await invitations.invitation(id);
    const isOpen =
      invitation !== null && invitation.expiresAt > clock.now() && isSecretOf(secret, invitation.secretHash);
    if (!isOpen || !(await this.#mayOffer(invitation.by))) throw new Refused('INVITATION_OVER');
    return invitation;
  }

  /** Asked again here: an offer that was on its way when its maker's account ended must not be a way back in. */
  async #mayOffer(person: string): Promise<boolean> {
    const member = await this.#parts.directory.staff(person);
    return member !== null && member.endedAt === null && member.roles.includes('administrator');
  }

  /** Takes the place; answers the id of the new member of staff. */
  take(token: string, account: NewAccount): Promise<string> {
    return this.#parts.inTurn(async () => {
      const { invitations, newStaff } = this.#parts;
      const invitation = await this.read(token);
      await newStaff.check(account);
      // Taken before the account is made: a crash between the two costs an invitation, never makes two people of one.
      if (!(await invitations.take(invitation.id))) throw new Refused('INVITATION_OVER');
      try {
        return await newStaff.add(invitation, account);
      } catch (error) {
        await invitations.put(invitation);
        throw error;
      }
    });
  }
}
