import { passwordLength } from '@bridgeboard/protocol';
import type { StaffRole } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import { Refused } from '../http/refusal.ts';
import { newId } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';

/** What somebody new brings along. */
export interface NewAccount {
  readonly email: string;
  readonly password: string;
}

export interface Place {
  readonly school: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
}

interface Parts {
  readonly directory: Pick<Directory, 'staff' | 'staffOf' | 'pupil' | 'putStaff'>;
  readonly identity: {
    addStaff(staff: NewAccount & { id: string; name: string }): Promise<void>;
    /** Whose address this is, or null. */
    ownerOf(email: string): Promise<string | null>;
  };
  readonly random: Random;
}

/** Makes accounts for members of staff. */
export class NewStaff {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Throws `Refused` for a password that is too short and for an address that somebody has. */
  async check({ email, password }: NewAccount): Promise<void> {
    if (password.length < passwordLength.min) throw new Refused('PASSWORD_SHORT');
    const { directory, identity } = this.#parts;
    const owner = await identity.ownerOf(email);
    // An address without a person is left from a start that was cut off, and is free.
    if (owner === null || ((await directory.staff(owner)) ?? (await directory.pupil(owner))) === null) return;
    throw new Refused('EMAIL_TAKEN');
  }

  /** Makes the account that was checked; answers the id of the member of staff. */
  async add({ school, name, roles }: Place, { email, password }: NewAccount): Promise<string> {
    const { directory, identity, random } = this.#parts;
    const id = newId(random);
    // Who joins a demo is of the demo: nobody either once others can reach the address.
    const demo = (await directory.staffOf(school)).some((colleague) => colleague.demo);
    await identity.addStaff({ id, name, email, password });
    await directory.putStaff({ id, school, name, demo, roles: [...roles], endedAt: null });
    return id;
  }
}
