/** What a reaction says: one of these and nothing else, so that it carries no words (CO3). In the order in which they are offered. */
export const reactionSigns = ['heart', 'star', 'idea', 'question', 'well-done'] as const;
export type ReactionSign = (typeof reactionSigns)[number];

/** Whether an id is that of a remark: a comment or a reaction, which is about a piece and stands nowhere itself. */
export function isRemarkId(id: string): boolean {
  return id.startsWith('comment:') || id.startsWith('reaction:');
}
