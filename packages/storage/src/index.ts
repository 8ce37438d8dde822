export type { AssetStore } from './ports/asset-store.ts';
export type { BlobStore } from './ports/blob-store.ts';
export type { BoardCatalogue } from './ports/board-catalogue.ts';
export type { BoardJournal } from './ports/board-journal.ts';
export type { Directory } from './ports/directory.ts';
export { CannotOpenStorage, StorageUnavailable } from './ports/errors.ts';
export type { PublicationStore } from './ports/publication-store.ts';
export type { QueueIndex } from './ports/queue-index.ts';
export type { IdentityDatabase, Storage } from './ports/storage.ts';
