import { circle, fill, group, line, path, rect } from './drawing.ts';
import type { Drawing, Mark } from './drawing.ts';

const ink = 'var(--pen-ink)';
const green = 'var(--pen-green)';
const brown = 'var(--pen-brown)';

const water: readonly Mark[] = [
  path(
    'M140 170C220 162 270 178 360 178 450 178 500 168 580 168 660 168 700 168 760 172V250H140z',
    fill('var(--marker-water)'),
  ),
  path(
    'M363 198q7-4 14-2t13 1M308 218q7-3 14-2t12 2M255 236q7-4 14-2t12 1M468 204q7-3 14-2t12 2M530 229q7-4 14-2t12 1M640 231q7-3 14-2t12 1M566 190q6-3 12-1t10 1',
    line('var(--pen-sky)', 2),
  ),
];

const leftBank: readonly Mark[] = [
  path('M0 174Q60 167 100 170C150 172 190 180 205 200Q216 215 221 250H0z', fill('var(--paper)')),
  path(
    'M-8 229C-1 229 1 190 8 190C16 190 17 228 25 228C32 228 34 191 41 191C48 191 50 230 57 230C65 230 66 188 74 188C81 188 83 231 90 231C97 231 99 188 106 188C113 188 115 231 122 231C130 231 131 187 139 187C146 187 148 232 155 232C162 232 164 189 171 189C179 189 180 229 188 229C195 229 197 190 204 190',
    line('var(--marker-leaf)', 14),
  ),
  path('M0 174Q60 167 100 170C150 172 190 180 205 200Q216 215 221 250', line(green, 3)),
];

const houses: readonly Mark[] = [
  path(
    'M19 164L27 124 33 156 41 130 45 154 55 124M72 160L78 118 84 158 94 120 98 156 106 118M123 158L130 130 136 154 142 132 148 154 158 130',
    line('var(--marker-clay)', 8),
  ),
  path(
    'M17 171L15 126Q15 121 21 120L50 118Q60 120 61 141 62 169 51 170zM69 171L68 117Q69 111 76 111L104 109Q110 111 111 140 114 168 103 170zM121 172L120 131Q121 126 128 126L156 124Q163 127 164 158 162 170 152 170zM32 171V160Q38 149 44 160V170M84 171V160Q90 149 97 160V170M136 171V162Q142 150 148 162V170M21 127l11-1 1 11-12 1zM74 118l12-1v12H75zM126 134l10-1 1 11-11 1z',
    line(ink, 2.6),
  ),
  path(
    'M7 120L27 98Q38 89 48 98L66 115zM63 111L82 93Q90 85 98 92L117 106zM113 126L131 108Q140 100 149 107L168 122z',
    line('var(--pen-red)', 3),
  ),
];

const rightBank: readonly Mark[] = [
  path('M888 174L735 172Q690 176 672 190 656 210 655 250H888z', fill('var(--paper)')),
  path(
    'M684 231C691 231 693 191 700 191C708 191 709 230 717 230C724 230 726 190 733 190C740 190 742 234 749 234C757 234 758 189 766 189C773 189 775 229 782 229C789 229 791 189 798 189C805 189 807 233 814 233C822 233 823 188 831 188C838 188 840 232 847 232C854 232 856 192 863 192C871 192 872 231 880 231C887 231 889 187 896 187',
    line('var(--marker-leaf)', 14),
  ),
  path('M888 174L735 172Q690 176 672 190 656 210 655 250', line(green, 3)),
];

const treeAndGate: readonly Mark[] = [
  path('M686 112C698 86 740 84 768 106Q776 114 768 118 730 112 690 120 682 120 686 112z', fill('var(--marker-leaf)')),
  path(
    'M681 119C690 105 700 106 706 101 716 92 722 91 735 95 745 94 752 96 760 104 768 110 776 115 772 119 758 123 745 117 728 118 712 123 700 125 681 119z',
    line(green, 2.8),
  ),
  path('M729 119Q734 146 729 177M732 146L714 122M733 143L754 120', line(brown, 3)),
  path(
    'M778 170L782 124 792 164 800 126 808 158 818 124 828 160 834 128 842 164 850 124 858 164 868 126',
    line('var(--marker-clay)', 9),
  ),
  path(
    'M772 176L775 122Q776 112 779 108 786 118 795 117 806 115 810 103 818 118 825 117 832 116 837 107 848 119 856 117 864 114 867 108 876 120 876 150 878 172 868 174zM811 175V160Q812 143 823 143 836 145 837 175M789 136h.1M794 136h.1M791 142h.1M857 136h.1M862 136h.1M859 142h.1',
    line(brown, 3),
  ),
];

const halfBridge: readonly Mark[] = [
  path('M216 79Q330 58 443 55V123.5C360 124 300 165 293 228L260 230 224 198z', {}),
  path('M224 198L259 195 260 230z', { fill: '#000', fillOpacity: 0.2 }),
];

const twoFriends: readonly Mark[] = [
  circle([338, 23, 10], {}),
  circle([376, 18, 10], {}),
  path('M339 33V54M325 49L339 38 353 23M329 68L338 52 348 68M376 28V50M365 45Q376 33 389 42M367 63L376 49 387 62', {}),
];

const boat: readonly Mark[] = [
  path('M402 216Q440 221 480 213 468 231 440 231 414 230 402 216zM452 192L461 236', line(brown, 3)),
  circle([439, 193, 5], line(ink, 3)),
  path('M439 198V219M439 203L457 206', line(ink, 3)),
];

/** Two schools on two banks, the bridge of sticky notes between them, friends waving on top. About 5 kB as SVG. */
export const frontDoorScene: Drawing = {
  width: 888,
  height: 250,
  marks: [
    ...water,
    ...leftBank,
    ...houses,
    ...rightBank,
    ...treeAndGate,
    ...boat,
    group(fill('var(--accent)'), halfBridge),
    group({ ...fill('var(--wait)'), transform: 'matrix(-1 0 0 1 873 0)' }, halfBridge),
    rect([430, 55, 13, 68.5], fill('#9a7832')),
    group(line('var(--pen-blue)', 4), twoFriends),
    group({ ...line('var(--pen-violet)', 4), transform: 'matrix(-1 0 0 1 879 0)' }, twoFriends),
  ],
};
