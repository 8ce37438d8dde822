import type { FanoutLine } from '../fanout/measure.ts';
import { decimals, percent, textTable } from './text-table.ts';

const names: Readonly<Record<FanoutLine['server'], string>> = {
  bridgeboard: 'Bridgeboard',
  tldraw: 'tldraw sync',
  hocuspocus: 'Hocuspocus',
};

/** The fan-out lines as a table. */
export function fanoutTable(lines: readonly FanoutLine[]): string {
  const head = ['server', 'row', 'people / drawing', 'server CPU', '÷ tldraw', 'p50 ms', 'p95 ms', 'p99 ms'];
  const rest = ['release p95 ms', 'kB/s a client', 'delivered', 'server MiB', 'load CPU'];
  return textTable(
    [...head, ...rest],
    lines.map((line) => [
      names[line.server],
      line.row,
      `${line.sessions} / ${line.drawers}`,
      percent(line.serverCpu),
      decimals(line.cpuRatioVsTldraw, 2),
      decimals(line.p50Ms),
      decimals(line.p95Ms),
      decimals(line.p99Ms),
      decimals(line.releaseP95Ms),
      decimals(line.kBpsPerClient, 1),
      percent(line.delivered, 2),
      decimals(line.serverMiB),
      percent(line.loadCpu),
    ]),
  );
}
