import { ArrowLeft, Check, Ellipsis, GraduationCap, Hand, OctagonX, Pencil, Plus, Reply, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { SampleLine, SampleSection } from './sample-section.tsx';

export function ButtonSamples(): ReactNode {
  return (
    <SampleSection title="Buttons">
      <Decisions />
      <Pointers />
      <Fingers />
    </SampleSection>
  );
}

function Decisions(): ReactNode {
  return (
    <SampleLine>
      <Button look="primary" icon={Check} after={<KeyCap>A</KeyCap>}>
        Approve to both schools
      </Button>
      <Button icon={GraduationCap} after={<KeyCap>C</KeyCap>}>
        Only our school
      </Button>
      <Button icon={Reply} after={<KeyCap>S</KeyCap>}>
        Send back
      </Button>
      <Button icon={X} after={<KeyCap>R</KeyCap>}>
        Reject
      </Button>
      <Button look="plain" after={<KeyCap>J</KeyCap>}>
        Next
      </Button>
    </SampleLine>
  );
}

function Pointers(): ReactNode {
  return (
    <SampleLine>
      <Button>Open</Button>
      <Button icon={Plus}>New board</Button>
      <ButtonLink href="/design" icon={ArrowLeft} look="plain">
        Back
      </ButtonLink>
      <Button look="danger" icon={OctagonX}>
        Stop everything
      </Button>
      <Button look="primary" unavailable="Nobody is at the door yet">
        Let in
      </Button>
      <IconButton icon={ArrowLeft} label="Back" />
      <IconButton icon={Ellipsis} label="More" />
      <IconButton icon={Pencil} label="Pen" aria-pressed />
    </SampleLine>
  );
}

function Fingers(): ReactNode {
  return (
    <SampleLine>
      <Button size="touch" look="primary" icon={Pencil}>
        Change it
      </Button>
      <Button size="touch" icon={Hand}>
        Hand up
      </Button>
      <Button size="touch" look="plain">
        Later
      </Button>
      <Button size="touch" stacked look="plain" icon={Pencil} aria-pressed>
        Pen
      </Button>
      <Button stacked icon={Reply}>
        Send back
      </Button>
      <Chip>Lovely! Can you add its name?</Chip>
      <Chip icon={Pencil}>Write your own</Chip>
      <Chip aria-pressed>Where did you see it?</Chip>
    </SampleLine>
  );
}
