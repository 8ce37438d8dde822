import type { History } from './history.ts';
import type { Step } from './operations/operation.ts';
import type { FailureKind } from './oracles/oracle.ts';
import { runHistory } from './run-history.ts';

interface Limits {
  /** Histories that may be tried. */
  readonly tries: number;
  /** Asked before each try; true ends the search with what was found so far. */
  readonly isOver: () => boolean;
}

/**
 * A shorter history that fails in the same way: steps are left out in ever smaller pieces (delta debugging) and pauses
 * taken out, as long as it still fails. The numbers of the steps stay, so what is left means what it meant.
 */
export async function shrinkHistory(history: History, kind: FailureKind, limits: Limits): Promise<History> {
  let tries = 0;
  const isOver = (): boolean => tries >= limits.tries || limits.isOver();
  const stillFails = async (steps: readonly Step[]): Promise<boolean> => {
    tries += 1;
    const { failures } = await runHistory({ ...history, steps });
    return failures[0]?.kind === kind;
  };
  const fewer = await withoutPieces(history.steps, stillFails, isOver);
  const quicker = await withoutPauses(fewer, stillFails, isOver);
  return withoutUnusedSecrets({ ...history, steps: quicker });
}

type Test = (steps: readonly Step[]) => Promise<boolean>;

async function withoutPieces(
  steps: readonly Step[],
  stillFails: Test,
  isOver: () => boolean,
): Promise<readonly Step[]> {
  let left = steps;
  let size = Math.ceil(left.length / 2);
  while (size >= 1 && !isOver()) {
    let isShorter = false;
    for (let at = 0; at < left.length && !isOver();) {
      const rest = [...left.slice(0, at), ...left.slice(at + size)];
      if (await stillFails(rest)) {
        left = rest;
        isShorter = true;
      } else at += size;
    }
    if (size === 1 && !isShorter) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return left;
}

async function withoutPauses(
  steps: readonly Step[],
  stillFails: Test,
  isOver: () => boolean,
): Promise<readonly Step[]> {
  let left = steps;
  for (let at = 0; at < left.length && !isOver(); at += 1) {
    if (left[at]?.waitMs === 0) continue;
    const quicker = left.map((step, i) => (i === at ? { ...step, waitMs: 0 } : step));
    if (await stillFails(quicker)) left = quicker;
  }
  return left;
}

function withoutUnusedSecrets(history: History): History {
  if (!history.secrets) return history;
  const used = new Set(history.steps.map(({ n }) => String(n)));
  const [one, other] = history.secrets.worlds.map((acts) =>
    Object.fromEntries(Object.entries(acts).filter(([n]) => used.has(n))),
  );
  return { ...history, secrets: { ...history.secrets, worlds: [one ?? {}, other ?? {}] } };
}
