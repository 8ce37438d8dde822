import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

import { sealLine } from '@bridgeboard/domain';
import { auditActs, type AuditDraft, type AuditHead, type KeptAuditLine } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';
import { openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { checkAuditLog } from '../src/audit/check-audit-log.ts';
import { seededDice, tamper, type KeptLog } from './tamper.ts';

const lineCount = 40;

function draftOf(number: number): AuditDraft {
  const by = { person: `person-${number % 5}`, school: 'school-0001', role: 'staff' as const };
  return {
    at: 1_790_000_000_000 + number,
    act: auditActs[number % auditActs.length] ?? 'door.open',
    by: number % 7 === 0 ? null : by,
    schools: ['school-0001', 'school-0002'].slice(0, 1 + (number % 2)),
    board: number % 3 === 0 ? null : 'board-00001',
    subjects: Array.from({ length: number % 4 }, (_, i) => ({ kind: 'person' as const, id: `pupil-${number}-${i}` })),
    detail: number % 2 === 0 ? 'own-school' : null,
    entry: number % 3 === 0 ? null : { seq: number, place: 0 },
    network: number % 5 === 0 ? { cut: '192.0.2.0/24', salt: `salt-${number}` } : null,
  };
}

describe('an audit log in a file that somebody else can write to', () => {
  let folder: string;
  let storage: Storage;
  let file: DatabaseSync;
  let sound: KeptLog;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bridgeboard-'));
    storage = await openSqliteStorage({ dataDir: folder });
    await storage.audit.append(
      Array.from({ length: lineCount }, (_, i) => draftOf(i + 1)),
      sealLine,
    );
    file = new DatabaseSync(join(folder, 'bridgeboard.sqlite'));
    file.exec('PRAGMA synchronous = OFF');
    sound = readLog();
    // Who can write to the file can take its conditions away too.
    file.exec(`DROP TABLE audit_line;
      CREATE TABLE audit_line (number INTEGER PRIMARY KEY, data, network, at GENERATED ALWAYS AS (data ->> 'at'))`);
    writeLog(sound);
  });
  afterAll(async () => {
    file.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });

  function readLog(): KeptLog {
    const rows = file.prepare('SELECT number, data, network FROM audit_line ORDER BY number').all();
    const head = file.prepare('SELECT number, hash FROM audit_head').get();
    return {
      rows: rows.map((row) => ({
        number: Number(row['number']),
        data: String(row['data']),
        network: row['network'] === null ? null : String(row['network']),
      })),
      head: head === undefined ? null : { number: Number(head['number']), hash: String(head['hash']) },
    };
  }

  function writeLog({ rows, head }: KeptLog): void {
    file.exec('BEGIN; DELETE FROM audit_line; DELETE FROM audit_head');
    const insert = file.prepare('INSERT INTO audit_line (number, data, network) VALUES (?, ?, ?)');
    for (const { number, data, network } of rows) insert.run(number, data, network);
    if (head) file.prepare('INSERT INTO audit_head VALUES (1, ?, ?)').run(head.number, head.hash);
    file.exec('COMMIT');
  }

  test('[AU3] [SG-25] 1,000 random edits, deletions and changes of order are all found', async () => {
    expect(await checkAuditLog(storage.audit)).toStrictEqual({ head: sound.head, fault: null });
    const missed: string[] = [];
    for (let seed = 1; seed <= 1_000; seed += 1) {
      const { what, log } = tamper(sound, seededDice(seed));
      writeLog(log);
      const { fault } = await checkAuditLog(storage.audit);
      if (fault === null) missed.push(`${seed}: ${what}`);
    }
    expect(missed).toStrictEqual([]);
    writeLog(sound);
    expect((await checkAuditLog(storage.audit)).fault).toBeNull();
  });

  test('[AU3] what is found is told by the line it stands at', async () => {
    const without = sound.rows.filter(({ number }) => number !== 17);
    writeLog({ ...sound, rows: without });
    expect(await checkAuditLog(storage.audit)).toMatchObject({ head: { number: 16 }, fault: 'hole' });
    writeLog({ ...sound, rows: sound.rows.slice(0, 30) });
    expect(await checkAuditLog(storage.audit)).toMatchObject({ head: { number: 30 }, fault: 'end' });
    writeLog(sound);
  });

  test('[SG-05] a log whose networks were forgotten is whole', async () => {
    await storage.audit.forgetNetworks(Number.MAX_SAFE_INTEGER);
    expect(readLog().rows.filter(({ network }) => network !== null)).toStrictEqual([]);
    expect((await checkAuditLog(storage.audit)).fault).toBeNull();
    writeLog(sound);
  });

  test('[AU3] the operator’s command says whether it is whole, and whether it is the one that it was', async () => {
    const verify = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['tools/verify-audit.ts', ...args], {
        env: { ...process.env, DATA_DIR: folder, MONGO_URL: '' },
      }).then(
        ({ stdout }) => stdout,
        (error: { code: number; stderr: string }) => `${error.code}: ${error.stderr}`,
      );
    const had = `${sound.head?.number}:${sound.head?.hash}`;
    expect(await verify()).toBe(`The audit log is whole: ${lineCount} lines, the last one ${had}.\n`);
    expect(await verify('--had', had)).toContain('is whole');
    expect(await verify('--had', `3:${'a'.repeat(64)}`)).toMatch(/^1: The audit log is another one: line 3/);
    writeLog({ ...sound, rows: sound.rows.filter(({ number }) => number !== 5) });
    expect(await verify()).toMatch(/^1: The audit log is broken: line 5 is missing/);
    writeLog(sound);
  });

  test('[AU2] a line is hashed with all it says upon the one before it', () => {
    const head: AuditHead = { number: 4, hash: 'before' };
    const of = (draft: Partial<AuditDraft>, upon = head): KeptAuditLine => sealLine(upon, { ...draftOf(1), ...draft });
    const hashes = [
      of({}),
      of({ at: 1 }),
      of({ act: 'door.shut' }),
      of({ by: null }),
      of({ schools: [] }),
      of({ detail: '1' }),
      of({ network: { cut: '192.0.2.0/24', salt: 'a' } }),
      of({ network: { cut: '192.0.2.0/24', salt: 'b' } }),
      of({}, { number: 4, hash: 'other' }),
      of({}, { number: 5, hash: 'before' }),
    ].map(({ line }) => line.hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(of({}).line.hash).toBe(of({}).line.hash);
  });
});
