import type { Asset } from '@bridgeboard/protocol';

/** Which pictures were uploaded, by whom, to which board; their bytes are in the `BlobStore`. */
export interface AssetStore {
  /** Keeps a new picture; rejects with `IdTaken` if the id is taken. */
  create(asset: Asset): Promise<void>;
  asset(id: string): Promise<Asset | null>;
  /** The picture that this person's browser uploaded under this name, or null. */
  uploadOf(author: string, upload: string): Promise<Asset | null>;
  /** All pictures of a board, in order of id. */
  assetsOf(board: string): Promise<Asset[]>;
  /** All pictures that a person has uploaded, in order of id. */
  assetsBy(author: string): Promise<Asset[]>;
  /** Bytes of all pictures that people of a school have on a board, both sizes. */
  bytesOn(board: string, school: string): Promise<number>;
  /** How many pictures a person has uploaded since that moment, ms since 1970. */
  countSince(author: string, since: number): Promise<number>;
  /** Pictures uploaded before that moment that are not marked as kept, oldest first, at most `limit`. */
  unkept(before: number, limit: number): Promise<Asset[]>;
  /** Marks a picture as found on its board; does nothing for one that is unknown. */
  keep(id: string): Promise<void>;
  /** Says that a picture is of another board from here on; does nothing for one that is unknown. */
  moveTo(id: string, board: string): Promise<void>;
  /** Forgets a picture; its bytes stay. */
  remove(id: string): Promise<void>;
  /** Whether some picture has these bytes, in either size; those of the person `beside`, if one is named, do not count. */
  isUsed(hash: string, beside?: string): Promise<boolean>;
}
