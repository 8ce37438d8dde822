import type { School, StaffMember } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { KnownConcern } from './concern-book.ts';
import { deskOf } from './who-looks-after.ts';

interface Parts {
  readonly directory: Pick<Directory, 'school' | 'staffOf'>;
  readonly tell: (school: School, people: readonly StaffMember[]) => Promise<number>;
  readonly onError: (what: string, reason: unknown) => void;
}

/** SGD11: those who look after a new report hear of it by mail. Whom it is about never does, also as a lead (SGD5). */
export function createReportMail({ directory, tell, onError }: Parts): (concern: KnownConcern) => void {
  async function tellDesks({ schools, event }: KnownConcern): Promise<void> {
    for (const id of schools) {
      const school = await directory.school(id);
      if (school) await tell(school, (await deskOf(directory, id, event.whose?.person)).people);
    }
  }
  return (concern) => {
    tellDesks(concern).catch((reason: unknown) => onError('mail about a report', reason));
  };
}
