import type { TimelineMoment } from '@bridgeboard/protocol';

import type { Translate } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { listWords } from '../../lib/list-words.ts';

/** After such a rest something new begins. */
const restMs = 30 * 60_000;

/** A lesson, or whatever else people did on a board without a long rest. */
export type Lesson = { readonly start: number; readonly end: number };

/** Where in the moments each lesson begins and ends. */
export function lessonsOf(moments: readonly TimelineMoment[]): Lesson[] {
  const lessons: Lesson[] = [];
  moments.forEach(({ from }, at) => {
    const last = lessons.at(-1);
    const before = moments[at - 1];
    if (last && before && from - before.at < restMs) lessons[lessons.length - 1] = { ...last, end: at };
    else lessons.push({ start: at, end: at });
  });
  return lessons;
}

/** "Tue 1 Dec, 10:05:30", by the school's clock. */
export function whenOf(at: number, zone: string): string {
  return new Intl.DateTimeFormat(formatLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

/** "1 Dec, 10:00" */
export function lessonName(at: number, zone: string): string {
  return new Intl.DateTimeFormat(formatLocale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

/** So many people are named; of the others it is said how many they are. */
const mostNames = 4;

/** "12 changes: Oliver H. (8) and Leeds 3 (4)", with what stands out. */
export function whatOf({ by, marks }: TimelineMoment, t: Translate): string {
  const count = by.reduce((sum, one) => sum + one.count, 0);
  const most = by.toSorted((one, other) => other.count - one.count);
  const named = most
    .slice(0, mostNames)
    .map(({ author, count: own }) => t('timeline.byOne', { name: author.label, count: own }));
  const others = most.length - named.length;
  const names = others > 0 ? [...named, t('timeline.others', { count: others })] : named;
  const changes = count === 0 ? [] : [t('timeline.changes', { count, names: listWords(names) })];
  return [...changes, ...marks.map((mark) => t(`timeline.mark.${mark}`))].join(' · ');
}
