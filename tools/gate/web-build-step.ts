import { buildWeb } from '../launcher/workspace.mjs';
import { fail, pass } from './step.ts';
import type { Step } from './step.ts';

/** The production build, as `npm start` makes it; browser tests use it. */
export const webBuildStep: Step = {
  name: 'web-build',
  isStatic: false,
  async run({ root, env, say }) {
    const code = await buildWeb({ root, node: process.execPath, env, say });
    return code === 0 ? pass() : fail(`vite ended with ${code}`);
  },
};
