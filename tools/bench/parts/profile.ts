import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runRow } from '../fanout/targets.ts';
import { decimals, percent } from '../report/text-table.ts';
import { definedWorkload } from '../workload/workload.ts';
import type { Part } from './part.ts';
import { timeByArea, type Areas, type CpuProfile } from './read-profile.ts';

const waiting = 'waiting for the disk to have the journal';
const other = 'timers, and what belongs to none of these';

/** Innermost frames first: what a library does counts for what asked it to. */
const areas: Areas = [
  ['collecting garbage', /^\(garbage collector\)/],
  [waiting, /^flush .*sqlite-connection\.ts$/],
  ['writing the journal: rows, hashes, statements', /packages\/storage\/|\/board\/canonical\.ts$/],
  ['sending: sockets, web socket and Socket.IO', /socket-fan-out\.ts$|^afterWrite|^onwrite|^onWriteComplete/],
  ['adopting what has been kept', /^applyEntry .*entry-draft\.ts$/],
  ['deciding edits: authorise, gate, hold, layers', /^decide .*commit-queue\.ts$|\/edit\/decide-edit\.ts$/],
  ['projecting: views, own parts, pointers, frames', /^#tell .*rooms\/room\.ts$/],
  [
    'receiving: sockets, web socket, Socket.IO, parsing, limits',
    /^onStreamRead|board-socket\.ts$|socket\.io\/dist\/socket\.js$/,
  ],
];

/** The measured stretch of the workload lies between these, counted from the start of the server. */
const stretch = { afterStartMs: 8_000, beforeEndMs: 4_000 } as const;

async function profileOf(folder: string): Promise<CpuProfile> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  if (file === undefined) throw new Error('the server left no profile');
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile;
}

/** What the server's main thread does in the row that the ratio to tldraw sync comes from. */
export const profile: Part = {
  name: 'profile',
  title: 'Where the time goes',
  method:
    'The open row with 60 people of whom 20 draw, with V8 taking samples of the main thread: how long it was busy with what, waiting for the disk (which is no processor time) included. Peers that keep nothing and check nothing have only sending and receiving; these alone are what a server of this kind cannot do without.',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-bench-'));
    try {
      await runRow('open', definedWorkload, ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval', '200']);
      const taken = await profileOf(folder);
      const wholeMs = (taken.endTime - taken.startTime) / 1_000;
      const [fromMs, toMs] = [stretch.afterStartMs, wholeMs - stretch.beforeEndMs];
      const found = timeByArea(taken, { areas, other, fromMs, toMs });
      const busyMs = [...found.values()].reduce((sum, ms) => sum + ms, 0);
      const lines = [...found].toSorted(([, one], [, another]) => another - one);
      return {
        figures: Object.fromEntries(lines.map(([area, ms]) => [area, ms / (toMs - fromMs)])),
        head: ['area', 'of the busy time', 'of a core'],
        lines: [
          ...lines.map(([area, ms]) => [area, percent(ms / busyMs), percent(ms / (toMs - fromMs), 1)]),
          ['all', percent(1), `${decimals((100 * busyMs) / (toMs - fromMs), 1)} %`],
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
