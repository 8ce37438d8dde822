import { fileURLToPath } from 'node:url';

import type { ErrorCode, Refused } from '@bridgeboard/protocol';
import type { Logger } from 'pino';

import type { Config } from './config.ts';
import { refusalAnswer } from './http/refusal-answer.ts';
import { createLogger, framesOf } from './observability/logger.ts';
import { newId, systemClock, systemRandom } from './time-and-chance.ts';
import type { Clock, Random } from './time-and-chance.ts';

/** What tests put in place of the real world. */
export interface ServerOverrides {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Logger;
  /** Takes the lines for people, which otherwise go to standard output. */
  readonly print?: (line: string) => void;
  /** Folder of the built browser app. */
  readonly webRoot?: string;
  /** Called when everything is open and nobody is served yet: a pause costs nobody anything then. */
  readonly beforeServing?: () => void;
  /** False for a proof that sets two servers on one store all the same. */
  readonly isSole?: boolean;
}

/** Time, chance and the ways out of the process. */
export interface World extends Required<ServerOverrides> {
  /** Tells the log of work that failed and that nobody waits for. */
  readonly onError: (what: string, reason: unknown) => void;
  /** A refusal that no request asked for: how a room ends a session. */
  readonly refusal: (code: ErrorCode) => Refused;
}

const builtApp = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The real world, with what a test has put in its place. */
export function worldOf(config: Pick<Config, 'logLevel'>, overrides: ServerOverrides): World {
  const {
    clock = systemClock,
    random = systemRandom,
    log = createLogger(config.logLevel),
    webRoot = builtApp,
    beforeServing = () => undefined,
    isSole = true,
  } = overrides;
  return {
    clock,
    random,
    log,
    webRoot,
    beforeServing,
    isSole,
    print: overrides.print ?? ((line) => void process.stdout.write(`${line}\n`)),
    onError: (what, reason) => log.error({ what, ...framesOf(reason) }, 'background work failed'),
    refusal: (code) => refusalAnswer({ code, language: 'en', requestId: newId(random) }),
  };
}
