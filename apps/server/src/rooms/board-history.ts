import {
  boardWithoutRecords,
  createBoardState,
  readCheckpoint,
  recordsIn,
  recordsOfSpan,
  replayRecords,
  replayTo,
  WholeActs,
  type BoardState,
  type Past,
  type Span,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';
import type { BoardJournal } from '@bridgeboard/storage';

/** How many journal entries are read at a time. */
const pageSize = 1_000;
/** Entries are in the order of `seq`; a clock that was set back may have given a later one an earlier time, by so many ms. */
const clockSlackMs = 5 * 60_000;

/**
 * A board as it was right after entry `seq`, from the newest checkpoint at or before it and the entries up to it. Rejects
 * where the journal does not reach so far or cannot be read whole.
 */
export async function stateAt(
  journal: BoardJournal,
  about: { board: string; schools: readonly string[]; seq: number },
): Promise<BoardState> {
  const { board, seq } = about;
  const state = (await checkpointBefore(journal, board, seq)) ?? createBoardState({ ...about, epoch: '' });
  while (state.seq < seq) {
    const entries = await journal.read(board, state.seq + 1, Math.min(pageSize, seq - state.seq));
    if (entries.length === 0) throw new Error(`the journal of a board ends at entry ${state.seq}`);
    replayTo(state, entries);
  }
  return state;
}

/**
 * What has to be known of the past to rewind a span on this board: the records that it changed as they were before it, and
 * every entry since that is about them. Later acts than `state` has are left to the rewind itself.
 */
export async function pastOf(journal: BoardJournal, state: BoardState, span: Span): Promise<Past> {
  const { board, seq: last } = state;
  const first = await firstEntryAt(journal, { board, last, time: span.from - clockSlackMs });
  const entries: JournalEntry[] = [];
  const ids = new Set<string>();
  const acts = new WholeActs();
  for (let seq = first; seq <= last; seq += pageSize) {
    const page = acts.take(await journal.read(board, seq, Math.min(pageSize, last - seq + 1)));
    for (const id of recordsOfSpan(page, span)) ids.add(id);
    // Up to the end of the span any record may still become one of it; after that, only what is about these counts.
    const isOver = page.every(({ facts }) => facts.at > span.to + clockSlackMs);
    entries.push(...(isOver ? page.filter((entry) => isAbout(entry, ids)) : page));
  }
  const begin = entries.findIndex((entry) => recordsOfSpan([entry], span).size > 0);
  const since = begin < 0 ? [] : entries.slice(begin).filter((entry) => isAbout(entry, ids));
  return { before: await recordsBefore(journal, state, since), entries: since };
}

/** Whether an entry changed one of these records, or is a decision, which may be about records that it did not change. */
function isAbout(entry: JournalEntry, ids: ReadonlySet<string>): boolean {
  const { kind } = entry.facts;
  return kind === 'decision' || kind === 'undo-decision' || changesAny(entry, ids);
}

function changesAny(entry: JournalEntry, ids: ReadonlySet<string>): boolean {
  return [...recordsIn(entry)].some((id) => ids.has(id));
}

/**
 * Number of the first entry at or after a time, or of one before it; the one after the last where all are older. All entries of
 * an act have one time, so this is never in the middle of one.
 */
async function firstEntryAt(
  journal: BoardJournal,
  about: { board: string; last: number; time: number },
): Promise<number> {
  let low = 1;
  let high = about.last + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [entry] = await journal.read(about.board, middle, 1);
    if (entry && entry.facts.at < about.time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The records that entries change, as they were before the first of them. */
async function recordsBefore(
  journal: BoardJournal,
  state: BoardState,
  entries: readonly JournalEntry[],
): Promise<BoardState> {
  const before = (entries[0]?.facts.seq ?? 1) - 1;
  const needed = recordsFromBefore(entries);
  const empty = boardWithoutRecords(state);
  if (needed.size === 0) return empty;
  const found = await checkpointBefore(journal, state.board, before);
  const story = await backToTheirMaking(journal, { board: state.board, from: found?.seq ?? 0, to: before, needed });
  const past = found ?? empty;
  for (const entry of story) replayRecords(past, entry, needed);
  return past;
}

/** Records that entries change without having made them first. */
function recordsFromBefore(entries: readonly JournalEntry[]): Set<string> {
  const first = new Map<string, string>();
  for (const { facts } of entries) {
    for (const change of facts.changes) {
      if ('id' in change && !first.has(change.id)) first.set(change.id, change.kind);
    }
  }
  return new Set([...first].filter(([, kind]) => kind !== 'create').map(([id]) => id));
}

/** The acts about some records, read backwards until all of them have been made, and given in order. */
async function backToTheirMaking(
  journal: BoardJournal,
  about: { board: string; from: number; to: number; needed: ReadonlySet<string> },
): Promise<JournalEntry[]> {
  const missing = new Set(about.needed);
  const found: JournalEntry[] = [];
  let start = about.to + 1;
  while (start > about.from + 1 && missing.size > 0) {
    const end = start - 1;
    start = Math.max(about.from + 1, end - pageSize + 1);
    const page = await journal.read(about.board, start, end - start + 1);
    found.unshift(...page.filter((entry) => isPart(entry) || changesAny(entry, about.needed)));
    // Of a part nobody knows yet whether it happened.
    for (const { facts } of page.filter((entry) => !isPart(entry))) {
      for (const change of facts.changes) if (change.kind === 'create') missing.delete(change.id);
    }
  }
  // An act that began before all this is older than the making of any of them.
  const whole = found.filter(({ facts }) => (facts.partOf ?? facts.seq) >= start);
  return new WholeActs().take(whole).filter((act) => changesAny(act, about.needed));
}

function isPart({ facts }: JournalEntry): boolean {
  return facts.partOf !== undefined;
}

async function checkpointBefore(journal: BoardJournal, board: string, seq: number): Promise<BoardState | null> {
  const newest = await journal.latestCheckpoint(board);
  return newest && newest.manifest.seq <= seq ? readCheckpoint(newest.chunks) : null;
}
