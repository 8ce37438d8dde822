import { invitation, type Invitation } from '@bridgeboard/protocol';
import type { InvitationList } from '../ports/invitation-list.ts';
import { JsonRows } from './json-rows.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Invitations in one file. */
export class SqliteInvitationList implements InvitationList {
  readonly #connection: SqliteConnection;
  readonly #invitations: JsonRows<Invitation>;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
    this.#invitations = new JsonRows({ connection, table: 'invitation', schema: invitation });
  }

  put(value: Invitation): Promise<void> {
    return this.#connection.write(() => this.#invitations.put(value));
  }

  invitation(id: string): Promise<Invitation | null> {
    return this.#connection.read(() => this.#invitations.get(id));
  }

  invitationsOf(school: string): Promise<Invitation[]> {
    return this.#connection.read(() => this.#invitations.list('WHERE school = ? ORDER BY id', school));
  }

  take(id: string): Promise<boolean> {
    return this.#connection.write(() => {
      const isThere = this.#invitations.get(id) !== null;
      this.#invitations.remove(id);
      return isThere;
    });
  }
}
