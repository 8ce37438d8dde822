import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { runBoundaryCanary } from '../boundary-canary.ts';
import { checkBoundaries } from '../check-boundaries.ts';
import { checkContainers } from '../check-containers.ts';
import { checkFileSizes } from '../check-file-sizes.ts';
import { checkHouseRules } from '../check-house-rules.ts';
import { checkLicences } from '../check-licences.ts';
import { checkLockfile } from '../check-lockfile.ts';
import { checkMessages } from '../check-messages.ts';
import { checkSpecRules } from '../check-spec-rules.ts';
import { checkStep } from './check-step.ts';
import { chromiumStep } from './chromium-step.ts';
import { mongoStep } from './mongo/mongo-step.ts';
import { programStep } from './program-step.ts';
import { runProgram } from './run-program.ts';
import { fail, notRun, pass } from './step.ts';
import type { Step } from './step.ts';
import { s3Step } from './s3-step.ts';
import { straceStep } from './strace-step.ts';
import { vitestStep } from './vitest-step.ts';
import { webBuildStep } from './web-build-step.ts';

const generator = 'tools/generate-reference.ts';

/** The reference pages are generated: a difference means that code changed and its page did not. */
const referenceStep: Step = {
  name: 'reference',
  isStatic: true,
  async run({ root, env, signal, say }) {
    if (!existsSync(join(root, generator))) return notRun(`${generator} does not exist yet`);
    const ended = await runProgram({
      command: process.execPath,
      args: [generator, '--check'],
      cwd: root,
      env,
      signal,
      timeoutMs: 60_000,
      output: 'capture',
    });
    if (ended.code === 0) return pass();
    say(ended.output.trimEnd());
    return fail('docs/reference is not what the code says');
  },
};

/** Everything that must hold, the fastest first. */
export const steps: readonly Step[] = [
  programStep('format', 'oxfmt', ['--check']),
  programStep('lint', 'oxlint', ['--type-aware']),
  programStep('types-server', 'tsc', ['--project', 'tsconfig.json']),
  programStep('types-web', 'tsc', ['--project', 'apps/web/tsconfig.json']),
  programStep('types-sync-client', 'tsc', ['--project', 'packages/sync-client/tsconfig.json']),
  programStep('types-e2e', 'tsc', ['--project', 'e2e/tsconfig.json']),
  programStep('types-simulator', 'tsc', ['--project', 'packages/testkit/src/simulator/tsconfig.json']),
  checkStep('boundaries', checkBoundaries),
  checkStep('boundary-canary', runBoundaryCanary),
  programStep('dead-code', 'knip', ['--no-progress']),
  checkStep('house-rules', checkHouseRules),
  checkStep('file-sizes', checkFileSizes),
  checkStep('spec-rules', checkSpecRules),
  checkStep('messages', checkMessages),
  checkStep('containers', checkContainers),
  checkStep('lockfile', checkLockfile),
  checkStep('licences', checkLicences),
  referenceStep,
  vitestStep('unit', { timeoutMs: 480_000 }),
  mongoStep,
  s3Step,
  chromiumStep,
  vitestStep('contract', { timeoutMs: 480_000 }),
  webBuildStep,
  straceStep,
  vitestStep('integration', { timeoutMs: 900_000 }),
  vitestStep('e2e', { timeoutMs: 1_200_000, needs: ['chromium', 'web-build'] }),
];
