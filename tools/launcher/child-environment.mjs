import { delimiter } from 'node:path';

/**
 * What a school decided about the way to the registry and about scripts: lost, one behind a proxy could not install.
 * Everything else that `npm start` sets (npm_config_prefix, npm_package_…) describes npm's own run and misleads pnpm.
 */
const kept =
  /^npm_config_(?:(?:@[^:]+:)?registry|(?:https?[-_])?proxy|no[-_]?proxy|cafile|ca|cert|key|strict[-_]ssl|ignore[-_]scripts|userconfig|cache)$/i;

/**
 * The environment of everything the launcher starts.
 * @param {NodeJS.ProcessEnv} env the launcher's own
 * @param {readonly string[]} binFolders looked in before the host's PATH, in this order
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(env, binFolders) {
  /** @type {NodeJS.ProcessEnv} */
  const child = {};
  for (const [name, value] of Object.entries(env)) {
    if (/^npm_/i.test(name) && !kept.test(name)) continue;
    child[name] = value;
    // pnpm reads such settings under a name of its own, and its own wins.
    const forPnpm = name.toLowerCase().replaceAll('-', '_').replace(/^npm_/, 'pnpm_');
    if (kept.test(name) && value && env[forPnpm] === undefined) child[forPnpm] = value;
  }
  // Windows spells it Path; two spellings at once would leave the choice to chance.
  const pathName = Object.keys(child).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  child[pathName] = [...binFolders, child[pathName]].filter(Boolean).join(delimiter);
  return child;
}
