import { getRules, postCursors, postFreeze, postSchoolRules, postStop, type BoardRules } from '@bridgeboard/protocol';
import type { GovernEvent } from '@bridgeboard/domain';

import type { Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import { refusedByCharter, type CharterOf } from '../charter-of.ts';
import type { LiveBoard, LiveBoards, Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';

interface Parts {
  readonly boards: LiveBoards;
  readonly charterOf: CharterOf;
  readonly schoolBrief: SchoolBriefs;
}

/** What holds on a board: stopping and letting go on, and what becomes of the own pupils' work. Each answers with all rules. */
export function mountRules(api: Api, { boards, charterOf, schoolBrief }: Parts): void {
  api.on(getRules, async (call) => (await boards.open(call.board.id)).rules());

  api.on(postFreeze, async (call) => {
    const board = await boards.open(call.board.id);
    const { whom, frozen } = call.body;
    const kind = frozen ? 'freeze' : 'unfreeze';
    const who = 'author' in whom ? { person: found(board.personOf(whom.author)) } : whom;
    return govern(board, call.session.person, [{ kind, whom: who }]);
  });

  api.on(postStop, async (call) =>
    govern(await boards.open(call.board.id), call.session.person, [
      { kind: 'stop-everything', isOn: call.body.stopped },
    ]),
  );

  api.on(postCursors, async (call) =>
    govern(await boards.open(call.board.id), call.session.person, [{ kind: 'cursors', shown: call.body.shown }]),
  );

  api.on(postSchoolRules, async (call) => {
    const { mode, needsTeacher, looksFirst, hours } = call.body;
    const { person } = call.session;
    const { school } = person;
    const events: GovernEvent[] = [];
    if (mode !== undefined) events.push({ kind: 'set-mode', school, mode });
    if (needsTeacher !== undefined) events.push({ kind: 'needs-teacher', school, needed: needsTeacher });
    if (looksFirst !== undefined) events.push({ kind: 'look-first', school, isOn: looksFirst });
    if (hours !== undefined) events.push({ kind: 'set-hours', school, hours });
    try {
      return await govern(await boards.open(call.board.id), person, events);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'NOT_IN_CHARTER') throw error;
      // CH10: whoever asks why is told the line, and whose rule it is.
      throw await refusedByCharter('check', { holds: await charterOf(call.board), schoolBrief });
    }
  });
}

/** Does these one after the other, until one is refused; answers the rules that hold then. */
export async function govern(board: LiveBoard, by: Person, events: readonly GovernEvent[]): Promise<BoardRules> {
  for (const event of events) {
    const refusal = await board.govern({ by, event });
    if (refusal) throw new Refused(refusal.refused);
  }
  return board.rules();
}
