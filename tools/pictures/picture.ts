import type { Studio } from './studio.ts';

/** One picture of the product: the name of its file without `.png`, and how it comes about. */
export interface Picture {
  readonly name: string;
  readonly take: (studio: Studio, name: string) => Promise<void>;
}
