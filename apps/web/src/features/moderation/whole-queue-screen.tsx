import type { SchoolBrief } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';

import type { CaseRef } from './queue-api.ts';
import { QueueDeskPage } from './queue-screen.tsx';
import type { InSight } from './use-in-sight.ts';
import { useInSight } from './use-in-sight.ts';
import { useQueueDesk } from './use-queue-desk.ts';
import type { QueueDesk } from './use-queue-desk.ts';
import { useToldItems } from './whole-queue-api.ts';
import type { KnownQueue } from './whole-queue-api.ts';
import { wholeRows } from './whole-rows.ts';

type WholeQueueScreenProps = {
  readonly known: KnownQueue;
  readonly school: SchoolBrief;
  readonly offline: boolean;
  readonly account: ReactNode;
};

/** What waits on all boards, worked through as one queue. What is in a piece is asked for when it comes into sight. */
export function WholeQueueScreen({ known, school, offline, account }: WholeQueueScreenProps): ReactNode {
  const [wanted, setWanted] = useState<readonly CaseRef[]>([]);
  const told = useToldItems(wanted);
  const items = wholeRows(known.queue, { told, school });
  const { desk, region } = useQueueDesk({ items, approvedToday: known.approvedToday });
  const inSight = useInSight();
  const wish = wantedOf(desk, inSight);
  // The list says what is asked for, and what was asked for makes the list: kept up before anything is painted.
  if (wish.map((one) => one.case).join() !== wanted.map((one) => one.case).join()) setWanted(wish);
  const board = known.queue.boards.find(({ id }) => id === desk.current?.board);
  return (
    <QueueDeskPage
      desk={desk}
      region={region}
      place={null}
      approvedToday={known.approvedToday}
      school={school}
      partners={(board?.schools ?? []).filter(({ id }) => id !== school.id)}
      offline={offline}
      account={account}
      onSight={inSight.watch}
    />
  );
}

/** What is looked at or could be decided by the next key, then all rows that are on the page. */
function wantedOf(desk: QueueDesk, inSight: InSight): CaseRef[] {
  const { current, batch, items, ofSame } = desk;
  const rows = items.filter((item) => batch.chosen.has(item.case) || inSight.cases.has(item.case));
  const all = new Map([...(current ? [current] : []), ...ofSame, ...rows].map((item) => [item.case, item]));
  return [...all.values()].map(({ board, case: id }) => ({ board, case: id }));
}
