export type { BoardCatalogue } from './ports/board-catalogue.ts';
export type { BoardJournal, NumberedContent } from './ports/board-journal.ts';
export type { Directory } from './ports/directory.ts';
export type { ErasureList } from './ports/erasure-list.ts';
export { CannotOpenStorage, JournalConflict, StorageUnavailable } from './ports/errors.ts';
export type { PublicationStore } from './ports/publication-store.ts';
export type { QueueIndex } from './ports/queue-index.ts';
export type { IdentityDatabase, Storage } from './ports/storage.ts';
