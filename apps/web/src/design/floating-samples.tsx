import { Check, EyeOff, Reply, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { Button } from '../ui/button.tsx';
import { CountBadge } from '../ui/count-badge.tsx';
import { Menu } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { showToast } from '../ui/show-toast.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { SampleLine, SampleSection } from './sample-section.tsx';

function doNothing(): void {
  // A sample has nothing to do.
}

const groups = [
  [
    { id: 'approve', label: 'Approve', icon: Check, onSelect: doNothing },
    { id: 'back', label: 'Send back', note: 'With a note to the pupil', icon: Reply, onSelect: doNothing },
  ],
  [
    { id: 'hide', label: 'Hide', icon: EyeOff, onSelect: doNothing },
    { id: 'rewind', label: 'Rewind this pupil', icon: Undo2, danger: true, onSelect: doNothing },
  ],
] as const;

export function FloatingSamples(): ReactNode {
  const [tab, setTab] = useState<'queue' | 'people' | 'activity'>('queue');
  return (
    <SampleSection title="What floats">
      <SampleLine>
        <Menu groups={groups} align="start" trigger={<Button>Menu</Button>} />
        <Popover label="Share" align="start" trigger={<Button>Popover</Button>}>
          Families see 14 approved items.
        </Popover>
        <Button onClick={() => showToast({ text: 'Approved for both schools', onUndo: doNothing })}>
          Toast with undo
        </Button>
        <Button onClick={() => showToast({ text: 'Somebody changed this meanwhile.', tone: 'problem' })}>
          Toast of a problem
        </Button>
      </SampleLine>
      <Tabs
        label="Panel"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'queue', label: 'Queue', badge: <CountBadge count={7} />, content: 'Queue' },
          { id: 'people', label: 'People', content: 'People' },
          { id: 'activity', label: 'Activity', content: 'Activity' },
        ]}
      />
    </SampleSection>
  );
}
