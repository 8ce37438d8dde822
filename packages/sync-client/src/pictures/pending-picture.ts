import type { ErrorCode, HttpRefusal } from '@bridgeboard/protocol';

/** A picture on its way to a board, as it is kept on the device: shrunk already, with the place where it will hang. */
export interface PendingPicture {
  /** What this upload is called: sent again under this name, it is the same picture. 21 random characters. */
  readonly upload: string;
  /** Whose it is, on which board: never sent by another person at the same device. */
  readonly owner: string;
  readonly bytes: Blob;
  /** What it shows, in its author's words; empty for decoration. */
  readonly altText: string;
  readonly page: string;
  /** Its box on the page. */
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** When it was added, ms since 1970 by this device's clock. */
  readonly at: number;
}

/** waits: kept until there is a way to the server · goes: so much of it is there, from 0 to 1 · refused: and why, by which line of a charter. */
export type PictureProgress =
  | { readonly name: 'waits'; readonly code: ErrorCode | null }
  | { readonly name: 'goes'; readonly done: number }
  | { readonly name: 'refused'; readonly code: ErrorCode; readonly charter?: HttpRefusal['charter'] };

/** Where pictures on their way survive the closing of a tab. */
export interface PictureStore {
  /** Those of one owner, oldest first. */
  read(owner: string): Promise<PendingPicture[]>;
  /** Keeps one; resolves when it would survive a reload. */
  put(picture: PendingPicture): Promise<void>;
  remove(upload: string): Promise<void>;
}
