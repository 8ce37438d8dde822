import type { FanoutLine } from '../fanout/measure.ts';
import type { Part, PartResult } from '../parts/part.ts';
import { fanoutTable } from './fanout-table.ts';
import type { Surroundings } from './machine.ts';
import { targetsTable } from './targets.ts';
import type { Measured } from './targets.ts';
import { textTable } from './text-table.ts';

/** A part that ran, with what it found, or why it could not. */
export interface PartOutcome {
  readonly part: Part;
  readonly result: PartResult | { readonly failed: string };
}

const fanoutMethod = `Two schools with half of the people each on one board; every session moves its pointer at 20 Hz; the drawers, pupils of both schools, draw
at 20 Hz: a stroke grows by a point with each step, a new stroke begins after 4 s, points have two decimals as tldraw's have. The server
runs in a process of its own with \`NODE_ENV=production\`: ours as \`npm start\` does, with gate, projection, moderation and the journal on SQLite;
the peers in memory: tldraw's \`TLSocketRoom\` unmodified over ws, and Hocuspocus from npm without extensions. The load runs in other
processes with clients of about equal, small cost: bare web sockets that speak each server's own protocol. The same people make the same movements in every run.

- **Server CPU**: user and system time of the server's process with all threads and children, as a share of one core, over 15 s after 5 s of
  warm-up. **÷ tldraw**: that of tldraw sync with as many people in the same run.
- **p50, p95, p99**: from the hand's movement to the receipt of that very point by another session; three probes (a teacher, and a pupil of each
  school who does not draw). The server's and the load's waits are in it: an edit waits for the answer to the one before.
- **kB/s a client**: payloads that a session received from the transport, uncompressed. **Delivered**: points that the probes have 2 s after the end ÷ points drawn
  that they are to see.
- **open**: everybody sees everything at once, as with the peers. **own-school**: a school's pupils see only their school's work. **review**: everything
  is held; each stroke is a burst, which a teacher of the school approves over HTTP 1 s after it closed. Bursts close after a rest of 5 s, so that a
  drawer rests after each stroke, and more people take turns for as many to draw at once. p50–p99 there are those of the author's teacher, who sees held work at
  once; *release* is from the approval to the receipt by the others, and delivered counts after the last approval.
- Each line is the median of its runs, figure by figure; the lines take turns.
- **Load CPU**: share of a core that the busiest load process used; near 100 % the load would have been the limit.`;

const reasons = `Why the first is out of reach on two cores: a quarter of what tldraw sync takes is about what reading and writing the sockets alone take here
(the two lines of that name in *Where the time goes*). Forty pointers and twenty hands at 20 Hz are 1,200 messages to take in each second, and sixty people who are told
of them twenty times a second are 1,200 frames to write; the rest checks, holds, hashes, keeps and projects 400 edits a second, about a tenth of a millisecond for each, and no
part of it stands out any more. About a sixth of the time is V8's, compiling on threads of its own while the run is young. Telling people less often saves little and costs much: two runs
with a tick of 70 ms instead of 50 (30 November 2026, beside other work) took an eighth less, with a p95 of 139 ms instead of 97.

What a stalled reader takes to be cut is counted from the last byte read, as the promise says; about nine seconds of it are how long the kernel goes on taking bytes for somebody who
reads none of them. So the missing answers to pings tell, which come every four seconds, and not what piles up; for schools with a weak link an answer is late for other reasons, and only the pile counts.
Before there were such pings it took 23.9 s; this part run alone with them, on 1 December 2026 beside other work: 9.7 s for one, 9.6 s for the last of fifty, the others' p99 0.92 and 0.98 of that without.

What kept the storm from its figure was not the storm. The event loop was watched from the start of the program on, and until it is ready, when nobody is in,
it stands still for longer than ever after: the modules are read, and the journal is looked through for the queue in one piece. Watched from the moment it is ready, the
longest turn is the one that opens the board: reading 5,000 records with what is kept beside them and looking up the names of three hundred people took 93 to 119 ms of
processor time on a busy machine, when every other turn took less than 40. Loading tldraw's schema and making the first view are turns of their own now, and a start
does not look through again what had nothing for the queue the last time.

What a record takes: a heap snapshot showed 0.9 kB of the 3.4 kB to be no record at all but the buffers of the messages that had brought it, which the first collection of
garbage finds dead and only the next stops counting, so it is collected twice now. Of the 2.5 kB that remained, 0.4 were copies: each view and each frame kept for those who come back
had an item and a stamp of its own; now one serves all who see a record alike. What is left is about 1.1 kB of the record itself with its words and its place in the maps, 0.2
that three views hold of it, 0.3 of the last snapshot of a view, which goes after half a minute, and as much of compiled code. Strokes take more, 5.7 kB a record in the mix (7.5 before: the
packed line had been added up letter by letter, and each letter stayed an object), because a point is an object of three numbers, about 0.1 kB; to keep lines
packed would save most of that, at the price of unpacking whenever somebody draws on.

Drawing with 3,000 shapes: of the median of frames not much can be read, because most frames between two points are idle and a few take all the time, so that it
jumps from 17 to 33 ms; the p95 tells what a point costs. A profile showed React going through all shapes twice more for each point, because the page around the
board followed the words saving and saved. It does not any more: a point takes 78 ms of processor time in the page's main thread, where it took 96, and 58 with stock
tldraw (medians of runs in turns, not slowed down, beside other work). What remains beside tldraw's own is the layout of those words and a deeper page. The
browser's own work for 3,000 shapes, layers, hit testing and layout, takes about three fifths of the time in both.`;

function sectionOf({ part, result }: PartOutcome): string {
  const body = 'failed' in result ? `Not measured this time: ${result.failed}` : textTable(result.head, result.lines);
  return `## ${part.title}\n\n${part.method}\n\n${body}\n`;
}

function complaintsOf(lines: readonly FanoutLine[]): string {
  const found = lines.flatMap(({ server, row, sessions, complaints }) =>
    complaints.map(([words, times]) => `- ${server} ${row} ${sessions}: ${times} × ${words}`),
  );
  return found.length === 0 ? '' : `\nRefusals and lost connections:\n\n${[...new Set(found)].join('\n')}\n`;
}

/** `docs/benchmarks.md`: every word of it comes from here and from the figures. */
export function benchmarksPage(about: {
  readonly surroundings: Surroundings;
  readonly runs: number;
  readonly lines: readonly FanoutLine[];
  readonly outcomes: readonly PartOutcome[];
  readonly measured: Measured;
}): string {
  const { date, cores, processor, memoryGiB, versions } = about.surroundings;
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `# Benchmarks

Written by \`pnpm bench\`; do not edit. Measured on ${date} on ${cores} cores (${processor}, ${memoryGiB} GiB) with ${names.join(', ')}. Server and load share these
cores. Figures of different machines or days do not compare; ratios to a peer in the same run do.

\`pnpm bench\` runs it all (about half an hour on two cores), \`pnpm bench --quick\` only the line that the ratio comes from,
\`pnpm bench --only fan-out,opening\` some of it; \`--json FILE\` keeps the figures.

## Figures to reach

${targetsTable(about.measured)}

${reasons}

## Fan-out

${fanoutMethod}

Medians of ${about.runs} runs:

${fanoutTable(about.lines)}
${complaintsOf(about.lines)}
${about.outcomes.map(sectionOf).join('\n')}`;
}
