/** A backup, restore or move that cannot be. The message is one whole sentence for the person at the keyboard. */
export class BackupFailure extends Error {
  override readonly name = 'BackupFailure';
}
