import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

import { fail, notRun } from './step.ts';
import type { GateContext, Step, StepResult } from './step.ts';
import { steps } from './steps.ts';
import { addUp, closingLine, summaryTable } from './summary.ts';
import type { FinishedStep } from './summary.ts';

const root = dirname(dirname(import.meta.dirname));

function chooseSteps(args: readonly string[]): readonly Step[] {
  const { values } = parseArgs({ args: [...args], options: { static: { type: 'boolean' }, only: { type: 'string' } } });
  const wanted = values.only?.split(',');
  const unknown = wanted?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`No step is called ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}`);
  if (wanted) return steps.filter(({ name }) => wanted.includes(name));
  return values.static ? steps.filter(({ isStatic }) => isStatic) : steps;
}

async function runStep(step: Step, context: GateContext, done: readonly FinishedStep[]): Promise<StepResult> {
  const missing = step.needs?.find((need) => done.some(({ name, result }) => name === need && result.failed > 0));
  if (missing) return notRun(`needs ${missing}`);
  if (context.signal.aborted) return notRun('stopped');
  try {
    return await step.run(context);
  } catch (error) {
    context.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return fail('broke');
  }
}

/** Goes on after a failed step, so that one run tells everything there is to mend. */
async function runSteps(chosen: readonly Step[], context: GateContext): Promise<readonly FinishedStep[]> {
  const done: FinishedStep[] = [];
  for (const step of chosen) {
    context.say(`── ${step.name}`);
    const startedAt = performance.now();
    const result = await runStep(step, context, done);
    done.push({ name: step.name, result, durationMs: performance.now() - startedAt });
  }
  return done;
}

/** Runs the chosen steps, prints the report and returns the exit code: 0 only when nothing failed. */
export async function runGate(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  const context: GateContext = {
    root,
    env: { ...process.env },
    say: (line) => console.log(line),
    signal: stop.signal,
    cleanups: [],
  };
  let finished: readonly FinishedStep[];
  try {
    finished = await runSteps(chooseSteps(args), context);
  } finally {
    for (const cleanup of context.cleanups.reverse()) await cleanup();
  }
  const total = addUp(finished);
  console.log(`\n${summaryTable(finished)}\n\n${closingLine(total)}`);
  return total.failed > 0 || stop.signal.aborted ? 1 : 0;
}
