import { breachQuestion, type BreachQuestion } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { findBreach, type Found } from './breach/find-breach.ts';
import { allReports } from './reports-for-breach.ts';

/** What a school is told after a breach, with the ids of other schools' pupils: for whoever runs the server alone. */
export interface SchoolReport extends Omit<Found, 'others'> {
  readonly school: { readonly id: string; readonly name: string };
  readonly others: readonly { readonly school: string; readonly name: string; readonly pupils: readonly string[] }[];
}

/** Null for what is no question. */
export function readBreachQuestion(raw: unknown): BreachQuestion | null {
  return breachQuestion.safeParse(raw).data ?? null;
}

/** SG-35: what each school concerned has to know; empty where nobody has such an account, and no school such a board. */
export async function breachReport(
  storage: Storage,
  question: BreachQuestion,
  onBoard?: (looked: number, boards: number) => void,
): Promise<SchoolReport[]> {
  const schools = await storage.directory.schools();
  const nameOf = (id: string): string => schools.find((one) => one.id === id)?.name ?? '';
  const reports: SchoolReport[] = [];
  for (const { id, name } of schools) {
    const parts = { storage, reportsOpenTo: allReports(storage), ...(onBoard && { onBoard }) };
    const found = await findBreach(parts, id, question);
    if (found === null) continue;
    const others = [...found.others].map(([school, pupils]) => {
      return { school, name: nameOf(school), pupils: [...pupils].toSorted() };
    });
    reports.push({ ...found, school: { id, name }, others });
  }
  return reports;
}
