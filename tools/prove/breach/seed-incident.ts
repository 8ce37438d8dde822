import { sealConcern, sealLine } from '@bridgeboard/domain';
import {
  noFactorRule,
  strictRules,
  usualDesk,
  usualTrustAfter,
  usualWords,
  type AuditDraft,
  type SchoolMark,
} from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { AuditFeed } from '../../../apps/server/src/audit/audit-feed.ts';
import { drawBoard } from './draw-board.ts';
import { idOf, incident, type Plan } from './incident.ts';

const minuteMs = 60_000;
const marks: readonly SchoolMark[] = ['a', 'b', 'c'];

/** What is in the logs besides what boards bring: by whom, to whom and when. */
export function loggedBy({ account, colleague, pupils, schools }: Plan) {
  const own = pupils.filter(({ school }) => school === schools[0]);
  const of = (i: number): string => own[i]?.id ?? '';
  return {
    exports: [
      { by: account, pupil: of(1), at: incident.from + minuteMs, isIn: true },
      { by: account, pupil: of(2), at: incident.from - minuteMs, isIn: false },
      { by: account, pupil: of(3), at: incident.until + minuteMs, isIn: false },
      { by: colleague, pupil: of(4), at: incident.from + minuteMs, isIn: false },
    ],
    codes: [{ by: account, class: own[0]?.classId ?? '', at: incident.from + 2 * minuteMs }],
    signedIn: [{ by: account, at: incident.from }],
    reports: [
      { id: idOf('report-in'), about: of(5), by: of(6), at: incident.from + minuteMs, isIn: true },
      { id: idOf('report-after'), about: of(7), by: of(8), at: incident.until + minuteMs, isIn: false },
    ],
    removed: [{ pupil: idOf('pupil-gone'), at: incident.until + minuteMs }],
  };
}

/** Puts the plan into a store. */
export async function seedIncident(storage: Storage, plan: Plan): Promise<void> {
  await seedPeople(storage, plan);
  for (const board of plan.boards) {
    const { id, schools } = board;
    const [host = ''] = schools;
    const made = { title: id, partnership: null, createdBy: plan.account, doorOpenUntil: 0 };
    await storage.catalogue.create({ id, schools: [...schools], host, ...made, createdAt: 1, changedAt: 1 });
    for (const { id: pupil, school } of board.pupils) {
      await storage.catalogue.admit({ board: id, pupil, school, by: plan.account, at: 1 });
    }
    await storage.journal.append(drawBoard(plan, board));
  }
  await seedLog(storage, plan);
  await seedReports(storage, plan);
  const feed = new AuditFeed({
    storage,
    onError: (_what, reason) => {
      throw reason;
    },
  });
  await feed.catchUp(plan.boards.map(({ id }) => id));
}

async function seedPeople({ directory }: Storage, { schools, pupils, account, colleague }: Plan): Promise<void> {
  for (const [i, id] of schools.entries()) {
    const about = {
      name: id,
      shortName: id,
      place: id,
      country: 'GB',
      timeZone: 'Europe/London',
      mark: marks[i] ?? 'd',
    };
    const rules = { rules: strictRules, desk: usualDesk, words: usualWords, factor: noFactorRule };
    const more = { provider: null, link: 'good' as const, trustAfter: usualTrustAfter, languages: ['en'] };
    await directory.putSchool({ id, ...about, ...rules, ...more });
  }
  const [school = ''] = schools;
  for (const id of [account, colleague]) {
    await directory.putStaff({ id, school, name: id, demo: false, roles: ['teacher', 'lead'], endedAt: null });
  }
  const consent = { photoOnBoard: false, photoToPartner: false, publishWork: false, nicknameOnPublished: false };
  for (const [classId, own] of Map.groupBy(pupils, (pupil) => pupil.classId)) {
    const code = { codeSelector: 'AAAA', codeSealed: '', pin: 'pictures', ages: '8-11' } as const;
    await directory.putClass({ id: classId, school: own[0]?.school ?? '', name: classId, ...code });
    await Promise.all(
      own.map(({ id, name: nickname, createdDay }) =>
        directory.putPupil({ id, nickname, classId, pinHash: null, consent, createdDay }),
      ),
    );
  }
}

async function seedLog({ audit }: Storage, plan: Plan): Promise<void> {
  const { exports, codes, signedIn, removed } = loggedBy(plan);
  const [school = ''] = plan.schools;
  const line = (by: string, rest: Pick<AuditDraft, 'at' | 'act' | 'subjects'>): AuditDraft => ({
    by: { person: by, school, role: 'staff' },
    schools: [school],
    board: null,
    detail: null,
    entry: null,
    network: null,
    ...rest,
  });
  const person = (id: string) => ({ kind: 'person' as const, id });
  const lines = [
    ...exports.map(({ by, pupil, at }) => line(by, { at, act: 'pupil.export', subjects: [person(pupil)] })),
    ...codes.map((one) =>
      line(one.by, { at: one.at, act: 'class.code', subjects: [{ kind: 'class', id: one.class }] }),
    ),
    ...signedIn.map(({ by, at }) => line(by, { at, act: 'session.begin', subjects: [] })),
    ...removed.map(({ pupil, at }) => line(plan.colleague, { at, act: 'pupil.remove', subjects: [person(pupil)] })),
  ];
  await audit.append(
    lines.toSorted((one, other) => one.at - other.at),
    sealLine,
  );
}

async function seedReports({ concerns }: Storage, plan: Plan): Promise<void> {
  const [school = ''] = plan.schools;
  const pupil = (id: string) => ({ person: id, school, role: 'pupil' as const });
  const board = plan.boards[0]?.id ?? '';
  const drafts = loggedBy(plan).reports.map(({ id, about, by, at }) => ({
    concern: id,
    at,
    by: pupil(by),
    schools: [school],
    event: {
      kind: 'reported' as const,
      board,
      about: 'person' as const,
      record: null,
      assets: [],
      whose: pupil(about),
      reason: 'unkind' as const,
      seq: 1,
    },
    content: null,
  }));
  await concerns.append(drafts, sealConcern);
}
