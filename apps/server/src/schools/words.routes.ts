import { getSchoolWords, postSchoolWords, postTrustAfter } from '@bridgeboard/protocol';
import type { School } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { Api } from '../http/call.ts';
import { found } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';

interface WordsParts {
  readonly directory: Pick<Directory, 'school'>;
  readonly change: (session: SignedIn, changes: Partial<School>) => Promise<void>;
  /** The school's text check looks for something else from here on. */
  readonly renewWords: (school: string) => void;
  readonly renewTrust: () => void;
}

/** What the own school's text check looks for, and how its pupils come to be trusted. */
export function mountWords(api: Api, { directory, change, renewWords, renewTrust }: WordsParts): void {
  api.on(getSchoolWords, async ({ session }) => {
    const { words } = found(await directory.school(session.person.school));
    // Asked for where they are shown: nobody else needs them in memory.
    const { shownLists } = await import('@bridgeboard/domain/text-check');
    return { ...words, lists: shownLists() };
  });
  api.on(postSchoolWords, async ({ session, body }) => {
    await change(session, { words: body });
    renewWords(session.person.school);
    return {};
  });
  api.on(postTrustAfter, async ({ session, body }) => {
    await change(session, { trustAfter: body.after });
    renewTrust();
    return {};
  });
}
