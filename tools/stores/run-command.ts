import { CannotOpenStorage } from '@bridgeboard/storage';

import { BackupFailure } from '../../apps/server/src/backup/backup-failure.ts';
import { StartFailure } from '../../apps/server/src/start-failure.ts';

/** Thrown where a command was called in a way that it does not understand. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

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
    if (!(error instanceof CannotOpenStorage || error instanceof StartFailure || error instanceof BackupFailure)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}
