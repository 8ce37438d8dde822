import { strictRules } from '@bridgeboard/protocol';
import type { SchoolFacts } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import { Refused } from '../http/refusal.ts';
import { newId } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';
import { InTurn } from './in-turn.ts';
import type { NewAccount, NewStaff, Place } from './new-staff.ts';
import type { SetUpCode } from './set-up-code.ts';

interface Parts {
  readonly directory: Pick<Directory, 'schools' | 'putSchool'>;
  readonly newStaff: NewStaff;
  readonly code: SetUpCode;
  readonly random: Random;
}

export interface SetUpWish {
  readonly code: string;
  readonly school: SchoolFacts;
  readonly administrator: NewAccount & Pick<Place, 'name' | 'roles'>;
}

/** Sets up the first school of an empty instance; afterwards there is no such door. */
export class FirstSchool {
  readonly #parts: Parts;
  /** Two people who both read the code must not both set up a first school. */
  readonly #inTurn = new InTurn();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Answers the school's id. Throws `Refused` NOT_FOUND once there is a school, whatever the code. */
  setUp(wish: SetUpWish, network: string): Promise<string> {
    return this.#inTurn.run(async () => {
      const { directory, newStaff, code, random } = this.#parts;
      if ((await directory.schools()).length > 0) throw new Refused('NOT_FOUND');
      await code.check(wish.code, network);
      const { name, roles, ...account } = wish.administrator;
      await newStaff.check(account);
      const school = newId(random);
      await newStaff.add({ school, name, roles: [...new Set(['administrator' as const, ...roles])] }, account);
      // The school comes last: until it is there the instance counts as empty, and the code goes on opening it.
      await directory.putSchool({ id: school, ...wish.school, mark: 'a', rules: strictRules, link: 'good' });
      return school;
    });
  }
}
