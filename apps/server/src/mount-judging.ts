import type { Storage } from '@bridgeboard/storage';

import type { AuditKeeper } from './audit-keeper.ts';
import type { Access } from './boards/access.ts';
import type { CharterOf } from './charter-of.ts';
import type { ClassRegister } from './classes/class-register.ts';
import type { Api } from './http/call.ts';
import { mountFirstLook } from './moderation/first-look.routes.ts';
import { mountDecisions, mountQueue, mountWholeQueue } from './moderation/moderation.routes.ts';
import { mountOwnWork } from './moderation/own-work.routes.ts';
import { mountPersonActs } from './moderation/person-acts.routes.ts';
import { ReviewQueue } from './moderation/queue.service.ts';
import { TrustNews } from './trust/trust-news.ts';
import { mountTrust } from './trust/trust.routes.ts';
import type { GatherFor } from './picture-addresses.ts';
import type { PupilTrustBook } from './pupil-trust.ts';
import type { LiveBoards } from './rooms/live-board.ts';
import type { SchoolBriefs } from './school-briefs.ts';
import type { TextChecks } from './text-checks.ts';
import type { Clock } from './time-and-chance.ts';

interface JudgingParts {
  readonly storage: Storage;
  readonly boards: LiveBoards;
  readonly access: Access;
  readonly textChecks: TextChecks;
  readonly trust: PupilTrustBook;
  readonly keeper: AuditKeeper;
  readonly clock: Clock;
  readonly onError: (what: string, reason: unknown) => void;
}

/** What staff decide: on what waits, on what other schools let out, and on all that one pupil made. */
export function mountJudging(
  api: Api,
  about: {
    parts: JudgingParts;
    gatherFor: GatherFor;
    register: ClassRegister;
    schoolBrief: SchoolBriefs;
    charterOf: CharterOf;
  },
): void {
  const { parts, gatherFor, register, schoolBrief, charterOf } = about;
  const { boards, access, clock, storage } = parts;
  const { directory, queue } = storage;
  const news = new TrustNews({ ...parts, book: parts.trust });
  const reviews = new ReviewQueue({ ...parts, directory, queue, schoolBrief });
  const judging = { queue: reviews, index: queue, boards, access, directory, gatherFor, schoolBrief, charterOf, news };
  mountQueue(api, judging);
  mountWholeQueue(api, judging);
  mountDecisions(api, judging);
  mountPersonActs(api, { boards, clock, suspend: (by, pupil, isOn) => register.suspend(by, pupil, isOn) });
  mountOwnWork(api, { boards, gatherFor });
  mountFirstLook(api, { boards, textChecks: parts.textChecks, schoolBrief, gatherFor });
  mountTrust(api, { book: parts.trust, directory, clock });
}
