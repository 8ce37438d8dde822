import type { SchoolClass } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { Sessions } from './accounts/session.ts';
import { ClassRegister } from './classes/class-register.ts';
import { mountClasses } from './classes/classes.routes.ts';
import { mountPupilFile } from './classes/pupil-file.routes.ts';
import type { Api } from './http/call.ts';
import { deriveKey } from './instance-key.ts';
import { newCode, selectorOf, showCode } from './join/class-code.ts';
import type { GatherFor } from './picture-addresses.ts';
import type { PupilTrustBook } from './pupil-trust.ts';
import type { LiveBoards } from './rooms/live-board.ts';
import type { SchoolBriefs } from './school-briefs.ts';
import { openText, sealText } from './sealed-text.ts';
import type { Clock, Random } from './time-and-chance.ts';

interface Parts {
  readonly storage: Storage;
  readonly boards: LiveBoards;
  readonly trust: PupilTrustBook;
  readonly sessions: Pick<Sessions, 'forget'>;
  readonly instanceKey: Buffer;
  readonly clock: Clock;
  readonly random: Random;
  readonly schoolBrief: SchoolBriefs;
  readonly gatherFor: GatherFor;
}

/** Classes, their pupils, and what is kept of each. */
export function mountClassFeature(api: Api, parts: Parts): ClassRegister {
  const { storage, boards, sessions, schoolBrief } = parts;
  const { directory, catalogue, erasures } = storage;
  const register = new ClassRegister({
    ...parts,
    ...classCodes(parts),
    directory,
    erasures,
    endSessions: (pupil) => sessions.forget(pupil),
    renamed: (pupil, name) => boards.rename(pupil, name),
    suspended: (pupil, isSuspended) => boards.suspend(pupil, isSuspended),
  });
  mountClasses(api, { register, schoolBrief });
  mountPupilFile(api, { ...parts, register, directory, catalogue, audit: storage.audit });
  return register;
}

/** Class codes as they are kept: sealed with the instance's key, because teachers show and print them (D10). */
export function classCodes({ instanceKey, random }: Pick<Parts, 'instanceKey' | 'random'>) {
  const key = deriveKey(instanceKey, 'class-codes');
  return {
    codeOf: ({ id: classId, codeSealed }: SchoolClass) => showCode(openText(codeSealed, { key, of: classId })),
    newCode: (classId: string) => {
      const code = newCode(random);
      return { codeSelector: selectorOf(code), codeSealed: sealText(code, { key, of: classId, random }) };
    },
  };
}
