import { pino } from 'pino';
import type { Logger } from 'pino';

/**
 * JSON lines on standard error, which leaves standard output to what people read. No line may hold what people made, a
 * name, a code, a cookie or a whole address: callers pass ids, codes and counts only.
 */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}

/** Where an error came from, without its message, which may quote what somebody typed. */
export function framesOf(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { error: error.name, at: frames.slice(0, 8).map((line) => line.trim().slice(3)) };
}
