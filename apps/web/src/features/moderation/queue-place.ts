/** The board whose queue it is; null for all boards. */
export type QueuePlace = { readonly boardId: string; readonly title: string } | null;
