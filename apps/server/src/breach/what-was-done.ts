import type { AuditAct, AuditLine } from '@bridgeboard/protocol';

import type { SeenOnBoard } from './seen-on-board.ts';

/** What the activity log says of an account: with whom or with whose work it did what, in which class, and on which board. */
export interface Done {
  readonly toPupil: ReadonlyMap<string, ReadonlySet<AuditAct>>;
  readonly inClass: ReadonlyMap<string, ReadonlySet<AuditAct>>;
  readonly onBoard: ReadonlyMap<string, ReadonlySet<AuditAct>>;
}

/** BRE3: pieces and cases are told as those whose they are. */
export function whatWasDone(lines: readonly AuditLine[], boards: readonly SeenOnBoard[]): Done {
  const toPupil = new Map<string, Set<AuditAct>>();
  const inClass = new Map<string, Set<AuditAct>>();
  const onBoard = new Map<string, Set<AuditAct>>();
  const whoseOn = new Map(boards.map(({ open, whose }) => [open.board.id, whose]));
  for (const { act, board, subjects } of lines) {
    if (board !== null) add(onBoard, board, act);
    const whose = whoseOn.get(board ?? '');
    const of = (kind: string): string[] => subjects.flatMap((one) => (one.kind === kind ? [one.id] : []));
    const people = [...of('person'), ...[...of('case'), ...of('record')].flatMap((id) => whose?.(id) ?? [])];
    for (const person of people) add(toPupil, person, act);
    // A line that names pupils names their class besides.
    if (people.length === 0) for (const id of of('class')) add(inClass, id, act);
  }
  return { toPupil, inClass, onBoard };
}

function add(to: Map<string, Set<AuditAct>>, key: string, act: AuditAct): void {
  to.set(key, (to.get(key) ?? new Set()).add(act));
}
