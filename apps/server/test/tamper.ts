import { sealLine } from '@bridgeboard/domain';
import { keptAuditLine } from '@bridgeboard/protocol';

/** An audit log as its file has it. */
export interface KeptLog {
  readonly rows: readonly Row[];
  readonly head: { readonly number: number; readonly hash: string } | null;
}

interface Row {
  readonly number: number;
  readonly data: string;
  readonly network: string | null;
}

/** A whole number from 0 to `below` - 1. */
type Dice = (below: number) => number;

/** Dice that fall the same way for the same seed. */
export function seededDice(seed: number): Dice {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** Changes a log in one random way that makes it another one, and says which. */
export function tamper(log: KeptLog, dice: Dice): { what: string; log: KeptLog } {
  const names = Object.keys(ways) as (keyof typeof ways)[];
  for (;;) {
    const what = names[dice(names.length)] ?? 'edit';
    const changed = ways[what](log, dice);
    if (JSON.stringify(changed) !== JSON.stringify(log)) return { what, log: changed };
  }
}

const ways = {
  edit: (log: KeptLog, dice: Dice) => changeRow(log, dice, (row) => ({ ...row, data: editJson(row.data, dice) })),
  'edit and seal anew': (log: KeptLog, dice: Dice) => changeRow(log, dice, (row) => reseal(row, log, dice)),
  network: (log: KeptLog, dice: Dice) =>
    changeRow(log, dice, (row) => ({ ...row, network: row.network && editJson(row.network, dice) })),
  'network of another line': (log: KeptLog, dice: Dice) =>
    changeRow(log, dice, (row) => (row.network === null ? { ...row, network: '{"cut":"x","salt":"y"}' } : row)),
  delete: ({ rows, head }: KeptLog, dice: Dice) => ({ rows: rows.toSpliced(dice(rows.length), 1 + dice(3)), head }),
  'delete the end': ({ rows, head }: KeptLog, dice: Dice) => ({ rows: rows.slice(0, dice(rows.length)), head }),
  'delete and close up': ({ rows, head }: KeptLog, dice: Dice) => ({
    rows: renumbered(rows.toSpliced(dice(rows.length), 1)),
    head,
  }),
  swap: ({ rows, head }: KeptLog, dice: Dice) => {
    const [one, other] = [dice(rows.length), dice(rows.length)];
    const order = rows.map((row, at) => rows[at === one ? other : at === other ? one : at] ?? row);
    return { rows: dice(2) === 0 ? renumbered(order) : order.map((row, at) => ({ ...row, number: at + 1 })), head };
  },
  insert: ({ rows, head }: KeptLog, dice: Dice) => {
    const copy = rows[dice(rows.length)];
    return { rows: copy ? renumbered(rows.toSpliced(dice(rows.length), 0, copy)) : rows, head };
  },
  head: ({ rows, head }: KeptLog, dice: Dice) => ({
    rows,
    head: head && (dice(2) === 0 ? { ...head, number: head.number + 1 } : { ...head, hash: 'f'.repeat(64) }),
  }),
} as const;

function changeRow({ rows, head }: KeptLog, dice: Dice, change: (row: Row) => Row): KeptLog {
  const at = dice(rows.length);
  return { rows: rows.map((row, place) => (place === at ? change(row) : row)), head };
}

/** Gives every row the number of its place, in what it holds too. */
function renumbered(rows: readonly Row[]): Row[] {
  return rows.map(({ data, network }, at) => ({
    number: at + 1,
    data: JSON.stringify({ ...(JSON.parse(data) as object), number: at + 1 }),
    network,
  }));
}

/** What somebody who knows the program does: the line's own hash fits again, what comes after it does not. */
function reseal(row: Row, { rows }: KeptLog, dice: Dice): Row {
  const { v: _, number, hash: was, networkHash, ...facts } = keptAuditLine.shape.line.parse(JSON.parse(row.data));
  const before = rows.find((one) => one.number === number - 1);
  const hash = before === undefined ? '' : keptAuditLine.shape.line.parse(JSON.parse(before.data)).hash;
  const { line } = sealLine({ number: number - 1, hash }, { ...facts, at: facts.at + 1 + dice(9), network: null });
  return { ...row, data: JSON.stringify({ ...line, networkHash, hash: networkHash === null ? line.hash : was }) };
}

/** JSON text in which one value, at any depth, is another one, gone, or has company. */
function editJson(text: string, dice: Dice): string {
  const value = JSON.parse(text) as unknown;
  const places: { in: Record<string, unknown>; key: string }[] = [];
  collect(value, places);
  const place = places[dice(places.length)];
  if (place === undefined) return text;
  const { in: holder, key } = place;
  const choice = dice(3);
  if (choice === 0 && !Array.isArray(holder)) holder[`${key}x`] = 1;
  else if (choice === 1 && !Array.isArray(holder)) delete holder[key];
  else holder[key] = other(holder[key], dice);
  return JSON.stringify(value);
}

function collect(value: unknown, places: { in: Record<string, unknown>; key: string }[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    places.push({ in: value as Record<string, unknown>, key });
    collect((value as Record<string, unknown>)[key], places);
  }
}

function other(value: unknown, dice: Dice): unknown {
  if (typeof value === 'number') return value + 1 + dice(9);
  if (typeof value === 'string') return value.length > 0 && dice(2) === 0 ? value.slice(1) : `${value}0`;
  return value === null ? 'x' : null;
}
