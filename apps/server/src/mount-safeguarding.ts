import { setTimeout as wait } from 'node:timers/promises';

import type { School, StaffMember } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { mountBreach } from './breach/breach.routes.ts';
import type { Api } from './http/call.ts';
import type { Identity } from './accounts/identity.ts';
import { createAlertMail } from './alert-mail.ts';
import type { Mailer } from './mailer.ts';
import { createReportMail } from './safeguarding/report-mail.ts';
import { deriveKey } from './instance-key.ts';
import type { GatherFor } from './picture-addresses.ts';
import type { ReportFromOutside } from './outside-report.ts';
import type { PictureShelf } from './pictures/picture-shelf.ts';
import type { LiveBoards } from './rooms/live-board.ts';
import { ConcernBook, type KnownConcern } from './safeguarding/concern-book.ts';
import { ConcernDesk } from './safeguarding/concern-desk.ts';
import { ConcernSteps } from './safeguarding/concern-steps.ts';
import { Concerns } from './safeguarding/concerns.service.ts';
import { LettingGo } from './safeguarding/letting-go.ts';
import { OutsideLimit } from './safeguarding/outside-limit.ts';
import { PeopleOfCases } from './safeguarding/people-of-cases.ts';
import { mountConcerns, mountDesk } from './safeguarding/safeguarding.routes.ts';
import { createTermReport } from './safeguarding/term-report.ts';
import { reportsFor } from './reports-for-breach.ts';
import type { SchoolBriefs } from './school-briefs.ts';
import type { IsSealed } from './sealed-pictures.ts';
import type { Clock, Random } from './time-and-chance.ts';

interface Parts {
  readonly identity: Identity;
  readonly mailer: Mailer | null;
  readonly url: () => string;
  readonly onError: (what: string, reason: unknown) => void;
  readonly storage: Storage;
  readonly boards: LiveBoards;
  readonly shelf: PictureShelf;
  readonly instanceKey: Buffer;
  readonly clock: Clock;
  readonly random: Random;
  readonly schoolBrief: SchoolBriefs;
  readonly gatherFor: GatherFor;
  readonly isSealed: IsSealed;
}

interface Safeguarding {
  readonly desk: ConcernDesk;
  readonly concerns: Concerns;
  readonly reportFromOutside: ReportFromOutside;
}

/** Reports of concern, the desk of those who look after them, and what to know after a breach. */
export function mountSafeguarding(api: Api, parts: Parts): Safeguarding {
  const { storage, boards, shelf, instanceKey, clock, random, schoolBrief, gatherFor, isSealed } = parts;
  const { directory, catalogue, assets, erasures, concerns: log } = storage;
  const book = new ConcernBook({ log, key: deriveKey(instanceKey, 'concerns'), clock, random });
  const concerns = new Concerns({ book, boards, catalogue, directory, assets, onNew: reportMail(parts) });
  const desk = new ConcernDesk({ book, directory, catalogue, schoolBrief });
  const lettingGo = new LettingGo({ log, now: () => clock.now() });
  const steps = new ConcernSteps({
    book,
    boards,
    catalogue,
    directory,
    erasures,
    destroyPicture: (asset) => shelf.destroy(asset),
    eraseRest: async (person) => {
      await shelf.forget(person, await lettingGo.heldPictures(person));
      await lettingGo.of(person);
    },
  });
  const termReport = createTermReport({ storage, desk, clock });
  const peopleFor = (school: string): PeopleOfCases => new PeopleOfCases({ directory, schoolBrief }, school);
  mountConcerns(api, { concerns });
  mountDesk(api, { termReport, concerns, desk, steps, book, peopleFor, gatherFor, isSealed });
  mountBreach(api, { storage, clock, schoolBrief, wait: (ms) => wait(ms), reportsFor: reportsFor(desk, storage) });
  const limit = new OutsideLimit({ random });
  const reportFromOutside: ReportFromOutside = ({ from, schools, source, board, wish }) => {
    const reporter = { by: null, from, schools, take: () => limit.take(source, board.id) };
    return concerns.reportFromOutside(reporter, board, wish);
  };
  return { desk, concerns, reportFromOutside };
}

/** Tells those who look after a report that it is there; nothing where the instance sends no mail. */
function reportMail({ identity, mailer, url, storage, onError }: Parts): (concern: KnownConcern) => void {
  if (mailer === null) return () => undefined;
  const mail = createAlertMail({ identity, mailer, url });
  const tell = (...to: [School, readonly StaffMember[]]): Promise<number> => mail('report', ...to);
  return createReportMail({ directory: storage.directory, tell, onError });
}
