import type { Directory } from '@bridgeboard/storage';
import pLimit from 'p-limit';

import { Refused } from '../http/refusal.ts';
import type { NewSchoolWish } from './new-school.ts';
import type { SetUpCode } from './set-up-code.ts';

interface Parts {
  readonly directory: Pick<Directory, 'schools'>;
  /** Makes a school and answers its id. */
  readonly found: (wish: NewSchoolWish) => Promise<{ school: string }>;
  readonly code: SetUpCode;
}

export interface SetUpWish extends NewSchoolWish {
  readonly code: string;
}

/** Sets up the first school of an empty instance; afterwards there is no such door. */
export class FirstSchool {
  readonly #parts: Parts;
  /** Two people who both read the code must not both set up a first school. */
  readonly #inTurn = pLimit(1);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Answers the school's id. Throws `Refused` NOT_FOUND once there is a school, whatever the code. */
  setUp(wish: SetUpWish, network: string): Promise<string> {
    return this.#inTurn(async () => {
      const { directory, found, code } = this.#parts;
      if ((await directory.schools()).length > 0) throw new Refused('NOT_FOUND');
      await code.check(wish.code, network);
      return (await found(wish)).school;
    });
  }
}
