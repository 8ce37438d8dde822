import type { TermFacts } from '@bridgeboard/domain';
import type { AuditAct, ConcernBrief, QueueLine } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';
import pLimit from 'p-limit';

import { linesOf } from '../audit-lines.ts';

type Parts = Pick<Storage, 'audit' | 'directory' | 'queue'>;

interface Wish {
  readonly school: string;
  readonly timeZone: string;
  /** Those that whoever reads it looks after: nobody learns of others from a count (SGD5). */
  readonly concerns: readonly Pick<ConcernBrief, 'at' | 'outcome'>[];
  readonly since: number;
}

const decisions = {
  'case.board': 'board',
  'case.school': 'school',
  'case.return': 'return',
  'case.reject': 'reject',
} as const;
const acts = [...(Object.keys(decisions) as (keyof typeof decisions)[]), 'pupil.consent'] satisfies AuditAct[];
/** How many pupils the index is asked about at once. */
const askedAtOnce = 8;

/** What a school's report counts: acts of its own staff from the audit log, which loses none, and waiting times of pupils it still has. */
export async function termFacts(parts: Parts, { school, timeZone, concerns, since }: Wish): Promise<TermFacts> {
  const decided: { at: number; what: (typeof decisions)[keyof typeof decisions] }[] = [];
  const consentsTakenBack: number[] = [];
  for (const line of await linesOf(parts.audit, { school, acts, since })) {
    if (line.by?.school !== school) continue;
    if (line.act in decisions) decided.push({ at: line.at, what: decisions[line.act as keyof typeof decisions] });
    else if (line.detail?.endsWith(',taken-back')) consentsTakenBack.push(...line.subjects.map(() => line.at));
  }
  const lines = (await decidedLines(parts, school)).filter(({ changedAt }) => changedAt >= since);
  const waits = lines.map(({ openedAt, changedAt }) => ({ decidedAt: changedAt, waitedMs: changedAt - openedAt }));
  const marked = markedOf([...lines, ...(await parts.queue.openOf(school)), ...(await parts.queue.returnedOf(school))]);
  const recent = concerns.filter(({ at }) => at >= since).map(({ at, outcome }) => ({ at, outcome }));
  return { timeZone, decided, waits, concerns: recent, consentsTakenBack, marked };
}

/** Of pupils whom the school still has. */
async function decidedLines({ directory, queue }: Parts, school: string): Promise<QueueLine[]> {
  const classes = await directory.classesOf(school);
  const pupils = (await Promise.all(classes.map(({ id }) => directory.pupilsOf(id)))).flat();
  const inTurn = pLimit(askedAtOnce);
  return (await Promise.all(pupils.map(({ id }) => inTurn(() => queue.decidedOf(id))))).flat();
}

/** Those in which the text check had found something when they were written. */
function markedOf(lines: readonly QueueLine[]): TermFacts['marked'] {
  return lines.flatMap(({ found, status }) => {
    const isKnown = status !== 'withdrawn';
    return isKnown && found.length > 0 ? [{ found, status }] : [];
  });
}
