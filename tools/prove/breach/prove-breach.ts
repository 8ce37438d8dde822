import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { BreachQuestion, BreachSubject } from '@bridgeboard/protocol';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';

import type { SchoolReport } from '../../../apps/server/src/breach-report.ts';
import { freshFolder } from '../stores/proof-store.ts';
import { differences, foundIn } from './compare.ts';
import { expectedOf } from './expected.ts';
import { incident, planIncident, type Plan } from './incident.ts';
import { seedIncident } from './seed-incident.ts';

/** Longer than this nobody waits who has 72 hours (SG-35), in s. */
export const mostSeconds = 300;

/** What a run came to. */
interface BreachProof {
  readonly pupils: number;
  readonly boards: number;
  readonly pieces: number;
  /** Each question that was asked: how many of the school are affected, of how many others, and how long the command took. */
  readonly questions: readonly {
    name: string;
    affected: number;
    others: number;
    differences: number;
    seconds: number;
  }[];
}

const run = promisify(execFile);
const command = join(import.meta.dirname, '../../breach.ts');

/** Seeds an incident into an embedded database of its own and asks the real command about it, in a process of its own. */
export async function proveBreach(
  count: number,
  say: (line: string) => void,
): Promise<{ proof: BreachProof; faults: string[] }> {
  const plan = planIncident(count);
  await using folder = await freshFolder();
  const dataDir = join(folder.path, 'data');
  say(`seeding ${plan.pupils.length} pupils on ${plan.boards.length} boards`);
  const storage = await openSqliteStorage({ dataDir });
  try {
    await seedIncident(storage, plan);
  } finally {
    await storage.close();
  }
  const faults: string[] = [];
  const questions: BreachProof['questions'][number][] = [];
  for (const [name, of] of subjectsOf(plan)) {
    const question = { of, from: incident.from, until: incident.until };
    const begun = performance.now();
    const report = await ask(question, { dataDir, json: join(folder.path, `${name}.json`), school: plan.schools[0] });
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    const expected = expectedOf(plan, question);
    const found = differences(expected, foundIn(report));
    faults.push(...found.map((fault) => `${name}: ${fault}`));
    const others = Object.values(expected.others).flat().length;
    questions.push({ name, affected: report.pupils.length, others, differences: found.length, seconds });
    say(JSON.stringify(questions.at(-1)));
  }
  const pieces = plan.boards.reduce((sum, board) => sum + board.pieces.length, 0);
  return { proof: { pupils: plan.pupils.length, boards: plan.boards.length, pieces, questions }, faults };
}

function subjectsOf(plan: Plan): [name: string, of: BreachSubject][] {
  const [board] = plan.boards;
  return [
    ['staff', { kind: 'account', id: plan.account }],
    ['pupil', { kind: 'account', id: board?.pupils[2]?.id ?? '' }],
    ['board', { kind: 'board', id: board?.id ?? '', as: 'staff' }],
    ['guest', { kind: 'board', id: board?.id ?? '', as: 'guest' }],
  ];
}

async function ask(
  { of, from, until }: BreachQuestion,
  at: { dataDir: string; json: string; school: string | undefined },
): Promise<SchoolReport> {
  const span = ['--from', new Date(from).toISOString(), '--until', new Date(until).toISOString()];
  const subject = of.kind === 'account' ? ['--account', of.id] : ['--board', of.id, '--as', of.as];
  const args = [command, '--data', at.dataDir, ...span, ...subject, '--json', at.json];
  await run(process.execPath, args, { env: { PATH: process.env['PATH'] }, maxBuffer: 1 << 24 });
  const { reports } = JSON.parse(await readFile(at.json, 'utf8')) as { reports: SchoolReport[] };
  const report = reports.find(({ school }) => school.id === at.school);
  if (report === undefined) throw new Error('the school has no report');
  return report;
}
