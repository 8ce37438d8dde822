import type { CursorBoard } from './cursor-board.ts';
import type { Observable } from './observable.ts';
import type { EditSender } from './pending/edit-sender.ts';
import type { PresenceSender } from './presence-sender.ts';
import type { SessionStatus } from './session-status.ts';
import type { ConfirmedView } from './view/confirmed-view.ts';

interface WatchParts {
  readonly view: ConfirmedView;
  readonly cursors: CursorBoard;
  readonly sender: EditSender;
  readonly presence: PresenceSender;
  readonly status: Observable<SessionStatus>;
}

/**
 * Follows the board's rules: work that has to wait is offered to the server as soon as there is a sign that it may go, new rules or
 * an own teacher, and pointers rest while nobody is told of them: what they were said to be before would not hold afterwards.
 */
export function watchRules({ view, cursors, sender, presence, status }: WatchParts): void {
  const hasTeacher = (): boolean => {
    const school = status.value.you?.school;
    const authors = view.authors.value;
    return [...cursors.value.values()].some(({ by }) => {
      const author = authors.get(by);
      return author?.role === 'staff' && author.school === school;
    });
  };
  let isTaught = false;
  const lookForTeacher = (): void => {
    const wasTaught = isTaught;
    isTaught = hasTeacher();
    if (isTaught && !wasTaught) sender.rulesChanged();
  };
  cursors.subscribe(lookForTeacher);
  view.authors.subscribe(lookForTeacher);
  view.rules.subscribe(() => {
    sender.rulesChanged();
    presence.shown(view.rules.value?.cursorsOff !== true && !view.isOutOfSight);
  });
  view.standing.subscribe(() => sender.rulesChanged());
}
