/*
 * The gate: everything that must hold before a change lands, in order of speed. `npm test` runs it all,
 * `pnpm check` (--static) what needs no server. Plain JavaScript, so that an old Node can still say what it lacks.
 */
const oldestNodeMajor = 24;

if (Number.parseInt(process.versions.node, 10) < oldestNodeMajor) {
  console.error(
    `The gate needs Node ${oldestNodeMajor} or newer and this is ${process.version}: run "npm test", which fetches it.`,
  );
  process.exitCode = 1;
} else {
  const { runGate } = await import('./gate/run-gate.ts');
  process.exitCode = await runGate(process.argv.slice(2));
}
