import type { DemoShape } from '../demo-piece.ts';
import { marker, stroke } from '../pen.ts';
import { way, zigzag } from '../way.ts';

/** The dam of stones, its lake, and the pipe that brings water to the town. */
export function drawDam(): DemoShape[] {
  const thin = { color: 'black', scale: 0.9 } as const;
  return [
    marker('light-blue', 27, way('688,654 705,646 733,648 738,664 | 690,664 | 684,680 712,684 737,683')),
    stroke(
      { color: 'blue', scale: 1.1 },
      way('745,635 722,628 701,629 677,641 662,660 663,679 679,694 706,699 742,697'),
    ),
    stroke(
      { color: 'black', size: 'm', scale: 0.85 },
      way(`748,622 757,620 766,624 772,640 778,668 785,695 | 778,704 757,706 744,702 | 742,692
        744,668 748,622`),
    ),
    stroke(
      thin,
      zigzag(`743,691 784,690 780,674 744,675 745,658 776,657 771,639 747,640 758,640 758,624
        758,640 765,640 766,656 754,657 753,641 753,658 758,658 759,674 752,675 752,691 768,691
        768,676`),
    ),
    stroke({ color: 'light-blue', scale: 1.1 }, way('785,690 795,696 799,706 | 803,698 799,688 790,681')),
    stroke({ color: 'red', scale: 1.2 }, way('838,685 828,692 815,697 803,700 | 813,690 | 803,700 | 814,709')),
  ];
}
