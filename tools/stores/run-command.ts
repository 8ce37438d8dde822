/** Thrown where a command was called in a way that it does not understand. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Errors that say in one sentence what cannot be. By name: the container's copy of these commands finds no package of the workspace. */
const inWords: ReadonlySet<string> = new Set(['CannotOpenStorage', 'StartFailure', 'BackupFailure']);

/** Runs an operator's command: what cannot be is said in one sentence, and the process leaves with 1, or 2 for a wrong call. */
export async function runCommand(usage: string, command: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    if (error instanceof WrongUsage) {
      console.error(usage);
      process.exitCode = 2;
      return;
    }
    if (!(error instanceof Error) || !inWords.has(error.name)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
