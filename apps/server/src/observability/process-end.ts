import { constants } from 'node:os';

import type { Logger } from 'pino';

import { framesOf } from './logger.ts';

/** How long a stop in order may take, in ms (REL-18). Nothing that was acknowledged depends on it. */
const drainMs = 5_000;

/**
 * A fault that nobody caught ends the process with 1: what else it broke is unknown. Its last line says where it happened
 * and not what the error says, which may quote what somebody wrote (SEC-38).
 */
export function logLastWords(log: Logger): void {
  process.once('uncaughtException', (error: unknown) => {
    log.fatal({ event: 'crashed', ...framesOf(error) }, 'a fault that nobody caught');
    process.exit(1);
  });
}

interface Closable {
  close(): Promise<void>;
}

/**
 * The first signal stops in order and leaves with 0, or with 1 where that fails or takes too long; a second one ends the
 * process at once, with the code that signals have. A start is finished first: half of it would have to be undone by hand.
 */
export function endOnSignals(starting: Promise<Closable>, log: Logger): void {
  let isStopping = false;
  const onSignal = (signal: 'SIGTERM' | 'SIGINT'): void => {
    if (isStopping) process.exit(128 + constants.signals[signal]);
    isStopping = true;
    log.info({ event: 'stopping' }, 'asked to stop');
    void stop(starting, log, 0);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Another server has taken over: this one stops in order, and leaves with 1 so that whoever started it looks why. */
export function endWhenOvertaken(running: Closable & { readonly overtaken: Promise<void> }, log: Logger): void {
  void running.overtaken.then(() => {
    log.fatal({ event: 'overtaken' }, 'another Bridgeboard has taken the database over while this one said nothing');
    return stop(Promise.resolve(running), log, 1);
  });
}

async function stop(starting: Promise<Closable>, log: Logger, code: 0 | 1): Promise<void> {
  const late = setTimeout(() => {
    log.error({ event: 'stop-cut-off' }, 'stopping in order took too long');
    process.exit(1);
  }, drainMs);
  try {
    await (await starting).close();
    log.info({ event: 'stopped' }, 'stopped in order');
    process.exitCode = code;
  } catch (error) {
    log.error({ event: 'stop-failed', ...framesOf(error) }, 'stopping in order failed');
    process.exitCode = 1;
  }
  clearTimeout(late);
}
