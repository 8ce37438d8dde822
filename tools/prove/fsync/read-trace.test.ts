import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { freshFolder } from '../stores/proof-store.ts';
import { checkOrder } from './check-order.ts';
import { readTrace, type Step } from './read-trace.ts';

function hex(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

async function traced(...lines: string[]): Promise<Step[]> {
  await using folder = await freshFolder();
  const file = join(folder.path, 'trace');
  await writeFile(file, lines.join('\n'));
  return readTrace(file);
}

const wal = `24<${hex('/data/x-wal')}>`;
const socket = `30<${hex('socket:[1]')}>`;
const entry = '{"client":{"id":"one","seq":7}}';
const answer = '["private",{"answers":[{"client":"one","seq":7}]}]';
const write = `9 pwrite64(${wal}, "${hex(entry)}", 31, 4096) = 31`;
const sync = `9 fsync(${wal}) = 0`;
const send = `9 writev(${socket}, [{iov_base="${hex('\x81')}", iov_len=1}, {iov_base="${hex(answer)}", iov_len=50}], 2) = 51`;

test('a trace is read step by step', async () => {
  const cut = `9 ftruncate(${wal}, 512)   = 0`;
  const failed = `9 fsync(${wal}) = -1 EIO (Input/output error)`;
  const other = `9 write(5<${hex('anon_inode:[eventfd]')}>, "${hex('1')}", 1) = 1`;
  expect(await traced(write, cut, sync, failed, other, '9 +++ exited with 0 +++')).toEqual([
    { kind: 'write', file: '/data/x-wal', offset: 4096, data: Buffer.from(entry) },
    { kind: 'resize', file: '/data/x-wal', size: 512 },
    { kind: 'sync', file: '/data/x-wal' },
  ]);
});

test('an answer after the wait for its entry is in order', async () => {
  expect(checkOrder(await traced(write, sync, send))).toEqual({ answers: 1, early: [] });
});

test('an answer without, before or during the wait is early', async () => {
  const begun = `9 fsync(${wal} <unfinished ...>`;
  const ended = '9 <... fsync resumed>) = 0';
  const other = send.replace(/^9/, '8');
  for (const lines of [
    [write, send, sync],
    [sync, send, write],
    [write, begun, other, ended],
  ]) {
    expect(checkOrder(await traced(...lines))).toEqual({ answers: 1, early: ['one 7'] });
  }
  expect(checkOrder(await traced(write, begun, ended, send)).early).toEqual([]);
});
