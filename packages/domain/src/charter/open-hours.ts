import type { OpenHours } from '@bridgeboard/protocol';
import { minuteOfDay, turnsBetween } from './zone-clock.ts';

/** When one school's pupils may work, by the clock on its own wall. */
export interface ZonedHours extends OpenHours {
  readonly school: string;
  readonly timeZone: string;
}

/** From an instant to another, the second excluded. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

function isWithin(hours: ZonedHours, at: number): boolean {
  const minute = minuteOfDay(hours.timeZone, at);
  return minute >= hours.from && minute < hours.to;
}

/** Whose hours keep pupils from working at an instant, one or several schools; nobody's where it is open. */
export function closedBy(all: readonly ZonedHours[], at: number): string[] {
  return all.filter((hours) => !isWithin(hours, at)).map(({ school }) => school);
}

/** When it is open to all in a stretch of at most two days: the overlap of the schools' hours, clock changes included. */
export function openSpans(all: readonly ZonedHours[], stretch: OpenSpan): OpenSpan[] {
  const turns = all.flatMap(({ timeZone, from, to }) => turnsBetween(timeZone, stretch, [from, to]));
  const edges = [...new Set([stretch.from, ...turns, stretch.to])].sort((a, b) => a - b);
  const spans: { from: number; to: number }[] = [];
  for (const [index, from] of edges.slice(0, -1).entries()) {
    if (closedBy(all, from).length > 0) continue;
    const to = edges[index + 1] ?? stretch.to;
    const last = spans.at(-1);
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}
