import { HandTool } from 'tldraw';

export const commentToolId = 'comment';

/** Moves about like the hand, and what it taps is spoken about; nothing can be moved or drawn with it by mistake. */
export class CommentTool extends HandTool {
  static override id = commentToolId;

  /** Two taps are two taps, not a closer look. */
  override onDoubleClick(): void {}
  override onTripleClick(): void {}
  override onQuadrupleClick(): void {}
}
