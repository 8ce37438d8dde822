import type { ConcernBrief, ConcernEvidence, ConcernStory, DeskPerson, SchoolBrief } from '@bridgeboard/protocol';

import { isolate } from '../lib/isolate.ts';
import type { MessageId, Translate } from './translate.ts';

/** What is said of cases, on the desk and in the file that leaves it. */
export interface SayDesk {
  /** Somebody by name, or by role and school where the reader is told no more; the instance itself where nobody did it. */
  readonly person: (one: DeskPerson | null) => string;
  readonly status: (status: ConcernBrief['status']) => string;
  readonly story: (one: ConcernStory) => string;
  /** Who saw something, of one school and role. */
  readonly seen: (group: ConcernEvidence['seen'][number]) => string;
  readonly school: (id: string | null) => string;
}

const statusIds = {
  received: 'desk.status.received',
  seen: 'desk.status.seen',
  'in hand': 'desk.status.inHand',
  closed: 'desk.status.closed',
} as const satisfies Record<ConcernBrief['status'], MessageId>;

const storyIds = {
  reported: 'desk.story.reported',
  kept: 'desk.story.kept',
  again: 'desk.story.again',
  seen: 'desk.story.seen',
  taken: 'desk.story.taken',
  noted: 'desk.story.noted',
  closed: 'desk.story.closed',
  reopened: 'desk.story.reopened',
  'let-back': 'desk.story.letBack',
  forgotten: 'desk.story.forgotten',
} as const satisfies Partial<Record<ConcernStory['kind'], MessageId>>;

export function deskWords(say: Translate, schools: readonly SchoolBrief[]): SayDesk {
  const school = (id: string | null): string =>
    isolate(schools.find((one) => one.id === id)?.name ?? say('desk.person.elsewhere'));
  const person = (one: DeskPerson | null): string => {
    if (one === null) return say('desk.person.instance');
    if (one.name !== null) return isolate(one.name);
    if (one.role === null) return say('desk.person.unknown');
    if (one.role === 'link') return say('desk.person.link');
    if (one.role === 'guest') return say('desk.person.guest');
    return say(one.role === 'staff' ? 'desk.person.staffOf' : 'desk.person.pupilOf', { school: school(one.school) });
  };
  return {
    person,
    school,
    status: (status) => say(statusIds[status]),
    story: (one) => storyWords(one, { say, person }),
    seen: ({ school: id, role, onScreen, could, names }) => {
      const who = say(role === 'staff' ? 'desk.seen.staff' : 'desk.seen.pupils', { school: school(id) });
      const counts = say('desk.seen.counts', { onScreen, could });
      return names.length === 0 ? `${who}: ${counts}` : `${who}: ${counts} (${names.map(isolate).join(', ')})`;
    },
  };
}

function storyWords(one: ConcernStory, { say, person }: Pick<SayDesk, 'person'> & { say: Translate }): string {
  switch (one.kind) {
    case 'handed':
      return say('desk.story.handed', { name: person(one.to) });
    case 'hold':
      return say(one.detail === 'on' ? 'desk.story.holdOn' : 'desk.story.holdOff');
    case 'picture':
      if (one.detail === 'sealed') return say('desk.story.pictureSealed');
      return say(one.detail === 'freed' ? 'desk.story.pictureFreed' : 'desk.story.pictureDestroyed');
    default:
      return say(storyIds[one.kind]);
  }
}
