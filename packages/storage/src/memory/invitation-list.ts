import { invitation, type Invitation } from '@bridgeboard/protocol';
import type { InvitationList } from '../ports/invitation-list.ts';
import { JsonRows } from './json-rows.ts';
import type { MemoryLife } from './memory-life.ts';

/** Invitations in this process's memory. */
export class MemoryInvitationList implements InvitationList {
  readonly #life: MemoryLife;
  readonly #invitations = new JsonRows<Invitation>({ name: 'invitation', schema: invitation });

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  put(value: Invitation): Promise<void> {
    return this.#life.use(() => this.#invitations.put(value));
  }

  invitation(id: string): Promise<Invitation | null> {
    return this.#life.use(() => this.#invitations.get(id));
  }

  invitationsOf(school: string): Promise<Invitation[]> {
    return this.#life.use(() => this.#invitations.list((value) => value.school === school));
  }

  take(id: string): Promise<boolean> {
    return this.#life.use(() => {
      const isThere = this.#invitations.has(id);
      this.#invitations.remove(id);
      return isThere;
    });
  }
}
