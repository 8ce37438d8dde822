import { limits } from './limits.ts';

/** Whether a text is short enough and has no unbroken run that is too long. */
export function fits(text: string, maxLength: number): boolean {
  return text.length <= maxLength && text.split(/\s/u).every((run) => run.length <= limits.both.unbrokenRun);
}
