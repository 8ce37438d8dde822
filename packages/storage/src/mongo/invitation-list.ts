import { invitation, type Invitation } from '@bridgeboard/protocol';
import type { Connection } from 'mongoose';
import type { InvitationList } from '../ports/invitation-list.ts';
import { Documents } from './documents.ts';
import { makeSchema } from './make-schema.ts';
import type { MongoLife } from './mongo-life.ts';

const shape = makeSchema(
  { _id: String, school: String, name: String, roles: [String], secretHash: String, by: String, expiresAt: Number },
  [{ school: 1 }],
);

/** Invitations in MongoDB. */
export class MongoInvitationList implements InvitationList {
  readonly #life: MongoLife;
  readonly #invitations: Documents<Invitation>;

  constructor({ connection, life }: { connection: Connection; life: MongoLife }) {
    this.#life = life;
    this.#invitations = new Documents({ connection, name: 'invitations', schema: invitation, shape });
  }

  put(value: Invitation): Promise<void> {
    return this.#life.use(() => this.#invitations.put(value));
  }

  invitation(id: string): Promise<Invitation | null> {
    return this.#life.use(() => this.#invitations.get(id));
  }

  invitationsOf(school: string): Promise<Invitation[]> {
    return this.#life.use(() => this.#invitations.list({ school }));
  }

  take(id: string): Promise<boolean> {
    return this.#life.use(async () => (await this.#invitations.model.deleteOne({ _id: id })).deletedCount === 1);
  }
}
