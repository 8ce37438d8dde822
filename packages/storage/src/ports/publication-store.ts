import type { Publication, PublicationPart } from '@bridgeboard/protocol';

/** Immutable copies for parents and the public. */
export interface PublicationStore {
  /** Keeps a new publication; rejects with `IdTaken` if the id is taken. */
  create(publication: Publication): Promise<void>;
  publication(id: string): Promise<Publication | null>;
  /** Publications of a board, ended ones too, newest first, then by id. */
  publicationsOf(board: string): Promise<Publication[]>;
  /** Adds a school's part; false if that school has one already, or the publication is withdrawn or unknown. */
  addPart(id: string, part: PublicationPart): Promise<boolean>;
  /** Puts a part in place of the one of the same school, also in one that has ended: for erasure alone. False if there is none. */
  replacePart(id: string, part: PublicationPart): Promise<boolean>;
  /** Takes all publications of a board away for good. */
  removeOf(board: string): Promise<void>;
  /** Ends a publication; false if it is unknown or has ended before. */
  withdraw(id: string, by: string, at: number): Promise<boolean>;
}
