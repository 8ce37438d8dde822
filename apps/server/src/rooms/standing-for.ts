import type { Standing } from '@bridgeboard/protocol';

/** The first version of the protocol in which a pupil's level can be to comment. */
const knowsComments = 7;

/** How somebody stands, as their browser can understand it: an older one would take a level that it does not know for leave to draw (CO5). */
export function standingFor(protocol: number, you: Standing): Standing {
  return protocol < knowsComments && you.level === 'comment' ? { ...you, level: 'view' } : you;
}
