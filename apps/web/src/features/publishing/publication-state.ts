import type { PublicationLine } from '@bridgeboard/protocol';

export type Part = PublicationLine['parts'][number];

/** Where a board stands with its public page, as one school's staff see it. */
export type PublicationState =
  /** Nobody outside sees anything. */
  | { readonly kind: 'none'; readonly endedAt: number | null }
  /** Another school published and asks for this school's work. */
  | { readonly kind: 'asked'; readonly line: PublicationLine; readonly own: Part; readonly others: readonly Part[] }
  /** This school's work is on the page. */
  | { readonly kind: 'public'; readonly line: PublicationLine; readonly own: Part; readonly others: readonly Part[] };

/** Reads the state out of a board's publications, newest first. Only the newest open page counts. */
export function publicationState(lines: readonly PublicationLine[], ownSchool: string): PublicationState {
  const line = lines.find(({ withdrawnAt }) => withdrawnAt === null);
  const own = line?.parts.find(({ school }) => school.id === ownSchool);
  if (line === undefined || own === undefined) return { kind: 'none', endedAt: lines[0]?.withdrawnAt ?? null };
  const others = line.parts.filter((part) => part !== own);
  return { kind: own.agreed ? 'public' : 'asked', line, own, others };
}

/** How many pieces are on the page now, of all schools that agreed. */
export function piecesOnPage(line: PublicationLine): number {
  return line.parts.filter(({ agreed }) => agreed).reduce((sum, { pieces }) => sum + pieces, 0);
}
