import { clockOf, minutesOf as clockMinutesOf } from '../../lib/clock-field.ts';

/** What stands in a form's field, without spaces around it. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Minutes since the day began of "08:30"; the last minute of a day stands for its end. */
export function minutesOf(time: string): number {
  const sum = clockMinutesOf(time) ?? 0;
  return sum === 1_439 ? 1_440 : sum;
}

/** "08:30" of minutes since the day began, as a browser's field for times has it. */
export function timeOf(minutes: number): string {
  return clockOf(Math.min(minutes, 1_439));
}

/** Goes to the first field that something is wrong with. */
export function focusFirst(form: HTMLFormElement, names: readonly string[]): void {
  const [first] = names;
  if (first !== undefined) form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
}
