import { getPupilFile } from '@bridgeboard/protocol';

import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { stillPolicy } from '../http/security-headers.ts';
import type { GatherFor } from '../picture-addresses.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { ClassRegister } from './class-register.ts';
import { gatherPupilFile } from './pupil-file.ts';

type FileParts = Parameters<typeof gatherPupilFile>[0] & {
  readonly register: Pick<ClassRegister, 'own' | 'pupil'>;
  readonly gatherFor: GatherFor;
  readonly schoolBrief: SchoolBriefs;
};

/** SG-20: everything that is kept of one pupil, for the staff of their school. */
export function mountPupilFile(api: Api, parts: FileParts): void {
  api.on(getPupilFile, async ({ session: { person }, ids, language }) => {
    const { register, gatherFor, schoolBrief } = parts;
    const schoolClass = await register.own(person, ids.class);
    const file = await gatherPupilFile(parts, { pupil: await register.pupil(person, ids), schoolClass });
    const { timeZone } = await schoolBrief(person.school);
    // Asked for a few times a year, and it brings along what draws.
    const { renderPupilFile } = await import('./pupil-file-page.ts');
    const text = await renderPupilFile(file, { locale: language, timeZone, gather: gatherFor(person) });
    return new PreparedAnswer({ text, type: 'html', policy: stillPolicy, isDownload: true });
  });
}
