import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import type { CheckResult } from './gate/check-step.ts';

interface Floor {
  readonly name: string;
  readonly floor: string;
  readonly why: string;
}

/** Below these a published hole is open. The lockfile decides, not the ranges in package.json. */
const floors: readonly Floor[] = [
  { name: 'socket.io-parser', floor: '4.2.6', why: 'CVE-2026-33151, unbounded binary attachments' },
  { name: 'ws', floor: '8.21.0', why: 'CVE-2026-48779, memory exhaustion from tiny fragments' },
  { name: 'engine.io', floor: '6.6.9', why: 'the first that asks for a mended ws' },
  { name: 'socket.io', floor: '4.8.4', why: 'pins only ranges of its parser and engine' },
  { name: 'mongoose', floor: '9.0.0', why: 'CVE-2024-53900 and CVE-2025-23061, search injection' },
  { name: 'multer', floor: '2.0.2', why: 'one malformed request stops the process' },
];

/** From tldraw 4 the editor goes blank without a licence key for each host (ADR 0001). */
const exactly: readonly { readonly name: RegExp; readonly version: string }[] = [
  { name: /^(?:tldraw|@tldraw\/.+)$/, version: '3.15.6' },
];

function isBelow(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  for (const part of [0, 1, 2]) {
    const difference = (have?.[part] ?? 0) - (want?.[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  // 4.2.6-beta.1 comes before 4.2.6.
  return version.includes('-');
}

function lockedPackages(lockfile: string): { name: string; version: string }[] {
  const { packages } = parse(lockfile) as { packages?: Record<string, unknown> | null };
  return Object.keys(packages ?? {}).map((key) => {
    const at = key.lastIndexOf('@');
    return { name: key.slice(0, at), version: key.slice(at + 1) };
  });
}

/** Reads pnpm-lock.yaml alone, so it works offline and sees packages nobody named. */
export function judgeLockfile(lockfile: string): CheckResult {
  const locked = lockedPackages(lockfile);
  const problems = locked.flatMap(({ name, version }) => [
    ...floors
      .filter((rule) => rule.name === name && isBelow(version, rule.floor))
      .map(({ floor, why }) => `pnpm-lock.yaml: ${name} ${version} is below ${floor} (${why})`),
    ...exactly
      .filter((pin) => pin.name.test(name) && pin.version !== version)
      .map((pin) => `pnpm-lock.yaml: ${name} ${version} must be exactly ${pin.version}`),
  ]);
  if (locked.length === 0) problems.push('pnpm-lock.yaml names no package');
  return { problems, summary: `${locked.length} locked packages` };
}

export function checkLockfile(root: string): CheckResult {
  return judgeLockfile(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
}
