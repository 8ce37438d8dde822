import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { findPnpm } from './launcher/toolchain.mjs';
import { settled } from './supply-chain/settled-bill.ts';
import type { Bill } from './supply-chain/settled-bill.ts';

/** Writes what an installed Bridgeboard consists of, as CycloneDX: `pnpm run sbom FILE`. The same packages make the same bytes. */
const root = fileURLToPath(new URL('../', import.meta.url));
const { env, execPath, versions } = process;
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const pnpm = findPnpm({ root, env, hostNode: execPath, hostVersion: versions.node, say });
const what = ['--prod', '--filter-prod', '@bridgeboard/server...', '--filter-prod', '@bridgeboard/web...'];
const how = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application'];
const args = ['sbom', ...how, ...what];
const ran = spawnSync(pnpm, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1_024 * 1_024 });
const file = resolve(process.argv[2] ?? 'bridgeboard.cdx.json');
if (ran.status === 0) {
  const bill = settled(JSON.parse(ran.stdout) as Bill);
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  say(`${file}: ${bill.components.length} components, ${bill.serialNumber}`);
} else {
  say(ran.stderr || 'pnpm could not write the bill of materials');
  process.exitCode = 1;
}
