/** Stops the start. The message is one whole sentence for the person at the keyboard, naming what to change. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
