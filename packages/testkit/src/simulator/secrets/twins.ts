import type { Failure } from '../oracles/oracle.ts';
import type { Line } from './stream-oracle.ts';

/** What one of two worlds told everybody who may know nothing of its secrets, by tab. */
export interface Told {
  readonly streams: ReadonlyMap<string, readonly Line[]>;
}

/**
 * REL-06 (b): the same history with other secrets; every byte to everybody outside is the same, at the same moment. Answers
 * the earliest message in which the two differ, or null.
 */
export function firstDifference(one: Told, other: Told): Failure | null {
  const differences = pairs(one, other).flatMap(([name, lines, others]) => {
    const length = Math.max(lines.length, others.length);
    const place = Array.from({ length }).findIndex((_, i) => lines[i]?.text !== others[i]?.text);
    if (place < 0) return [];
    const [line, twin] = [lines[place], others[place]];
    return [{ name, place, line, twin, at: Math.min(line?.at ?? Infinity, twin?.at ?? Infinity) }];
  });
  const [first] = differences.toSorted((a, b) => a.at - b.at);
  if (!first) return null;
  const say = (line: Line | undefined): string => (line ? `${line.text} (${line.place})` : 'nothing');
  const { name, place, line, twin } = first;
  const what = `message ${place} to ${name} is in one world ${say(line)}, in the other ${say(twin)}`;
  return { kind: 'differingBytes', what };
}

/** How much differs between two worlds, in characters, each message counted whole. */
export function differingBytes(one: Told, other: Told): number {
  let count = 0;
  for (const [, lines, others] of pairs(one, other)) {
    for (let at = 0; at < Math.max(lines.length, others.length); at += 1) {
      const [line, twin] = [lines[at]?.text ?? '', others[at]?.text ?? ''];
      if (line !== twin) count += Math.max(line.length, twin.length);
    }
  }
  return count;
}

function pairs(one: Told, other: Told): [string, readonly Line[], readonly Line[]][] {
  const names = new Set([...one.streams.keys(), ...other.streams.keys()]);
  return [...names].map((name) => [name, one.streams.get(name) ?? [], other.streams.get(name) ?? []]);
}
