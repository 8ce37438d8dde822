import type { Step } from './read-trace.ts';

const entry = /"client":\{"id":"([^"]+)","seq":(\d+)\}/g;
const answer = /\{"client":"([^"]+)","seq":(\d+)/g;

/** What came of following a trace: how many answers were seen, and those that left before what they speak of was on the disk. */
export interface Order {
  readonly answers: number;
  readonly early: readonly string[];
}

/** Edits that a piece of a database file holds, by outbox and number. */
function editsIn(data: Buffer): string[] {
  return [...data.toString('latin1').matchAll(entry)].map(([, client, seq]) => `${client} ${seq}`);
}

/** Edits that a message to a browser answers. Answers stand in private frames alone. */
export function answersIn(data: Buffer): string[] {
  const text = data.toString('latin1');
  if (!text.includes('"answers":[')) return [];
  return [...text.matchAll(answer)].map(([, client, seq]) => `${client} ${seq}`);
}

/** Follows a trace: an answer may leave only after the entry that it speaks of was written and the disk was waited for. */
export function checkOrder(steps: Iterable<Step>): Order {
  const written = new Map<string, Set<string>>();
  const onDisk = new Set<string>();
  const early: string[] = [];
  let answers = 0;
  for (const step of steps) {
    if (step.kind === 'write') {
      const waiting = written.get(step.file) ?? new Set();
      written.set(step.file, waiting);
      for (const edit of editsIn(step.data)) waiting.add(edit);
    } else if (step.kind === 'sync') {
      for (const edit of written.get(step.file) ?? []) onDisk.add(edit);
      written.delete(step.file);
    } else if (step.kind === 'send') {
      for (const edit of answersIn(step.data)) {
        answers += 1;
        if (!onDisk.has(edit)) early.push(edit);
      }
    }
  }
  return { answers, early };
}
