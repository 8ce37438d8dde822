import type { Chance } from '../chance.ts';
import { consenting } from './consenting.ts';
import { drawing } from './drawing.ts';
import { editingReleased } from './editing-released.ts';
import { faults } from './faults.ts';
import { governing } from './governing.ts';
import { grouping } from './grouping.ts';
import { looking } from './looking.ts';
import { moderation } from './moderation.ts';
import type { Operation, Step } from './operation.ts';
import { pages } from './pages.ts';
import { probing } from './probing.ts';
import { remarking } from './remarking.ts';
import { reporting } from './reporting.ts';
import { tabs } from './tabs.ts';
import { trusting } from './trusting.ts';
import { undoing } from './undoing.ts';
import { uploading } from './uploading.ts';

/** Everything that can happen in a history. */
export const operations: readonly Operation[] = [
  ...drawing,
  ...grouping,
  ...editingReleased,
  ...remarking,
  ...uploading,
  ...undoing,
  ...pages,
  ...moderation,
  ...looking,
  ...governing,
  ...trusting,
  ...consenting,
  ...reporting,
  ...tabs,
  ...probing,
  ...faults,
];

const byName = new Map(operations.map((one) => [one.name, one]));

/** The operation of this name; a history that names another one is from another time. */
export function operationOf(name: string): Operation {
  const found = byName.get(name);
  if (!found) throw new Error(`no operation is called "${name}"`);
  return found;
}

/** How long people pause between two things: often not at all, mostly a moment, now and then longer. */
const pauses = [
  { weight: 3, value: 0 },
  { weight: 3, value: 12 },
  { weight: 4, value: 40 },
  { weight: 3, value: 120 },
  { weight: 1.5, value: 500 },
  { weight: 0.6, value: 6_000 },
] as const;

/** One step of chance. */
export function generateStep(chance: Chance, n: number, weigh: (one: Operation) => number): Step {
  const choices = operations.map((value) => ({ weight: weigh(value), value }));
  const operation = chance.weighted(choices);
  const numbers = { who: chance.int(1_000), a: chance.int(1_000), b: chance.int(1_000) };
  const waitMs = chance.weighted(pauses) ?? 0;
  return { n, op: operation?.name ?? 'create', ...numbers, waitMs, ...operation?.generate?.(chance) };
}
