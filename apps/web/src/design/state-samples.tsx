import { DoorOpen, Flag, Inbox } from 'lucide-react';
import type { ReactNode } from 'react';

import { allDone } from '../drawings/empty-states.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Badge, WorkBadge } from '../ui/badge.tsx';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { CountBadge } from '../ui/count-badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Row, RowList } from '../ui/row-list.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { SchoolMark, schoolSlots } from '../ui/school-mark.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StickyNote } from '../ui/sticky-note.tsx';
import styles from './design-page.module.css';
import { SampleLine, SampleSection } from './sample-section.tsx';

const names = { a: 'Riverside', b: 'Al-Noor', c: 'Tilleuls', d: 'Fjordskolen' } as const;

export function StateSamples(): ReactNode {
  return (
    <SampleSection title="States, people, schools">
      <WorkStates />
      <SampleLine>
        <SaveState state="saved" />
        <SaveState state="saving" />
        <SaveState state="kept" count={3} />
        <SaveState state="notAccepted" count={1} />
      </SampleLine>
      <People />
      <Notes />
      <Rows />
    </SampleSection>
  );
}

function WorkStates(): ReactNode {
  return (
    <SampleLine>
      <Brand />
      <WorkBadge state="waiting" />
      <WorkBadge state="waiting">Waiting for Ms Reed</WorkBadge>
      <WorkBadge state="returned" />
      <WorkBadge state="approved" />
      <WorkBadge state="rejected" />
      <Badge tone="wait" icon={Flag}>
        May give a home address
      </Badge>
      <CountBadge count={7} />
      <CountBadge count={120} />
    </SampleLine>
  );
}

function People(): ReactNode {
  return (
    <SampleLine>
      {schoolSlots.map((slot) => (
        <SchoolMark key={slot} slot={slot} name={names[slot]} />
      ))}
      <Avatar slot="a" name="Ms Reed" />
      <Avatar slot="a" name="Oliver Hill" />
      <Avatar slot="b" name="Mr Bello" />
      <Avatar slot="b" name="Kano 7" short="7" />
    </SampleLine>
  );
}

function Notes(): ReactNode {
  return (
    <SampleLine>
      <StickyNote paper="sun">●</StickyNote>
      <StickyNote paper="leaf" tilt="end">
        We catch fish here.
      </StickyNote>
      <StickyNote paper="sky">Water is life.</StickyNote>
      <StickyNote paper="rose" tilt="none">
        3
      </StickyNote>
    </SampleLine>
  );
}

function Rows(): ReactNode {
  const age = <WorkBadge state="waiting">oldest 40 min</WorkBadge>;
  return (
    <div className={styles.columns}>
      <RowList>
        <Row icon={Inbox} title="3 to check" detail="Weather diary" end={age} />
        <Row
          icon={DoorOpen}
          title="2 at the door"
          detail="Oliver H. and Amelia R. are early"
          end={<Button>Open</Button>}
        />
      </RowList>
      <EmptyState drawing={allDone} title="All done." text="14 approved today." />
      <Skeleton />
    </div>
  );
}
