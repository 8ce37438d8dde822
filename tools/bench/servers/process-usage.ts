import { readFileSync, readdirSync } from 'node:fs';

/** What a process and everything it started used so far. */
export interface Usage {
  /** User and system time of all threads and children, in ms; children that ended count too. */
  readonly cpuMs: number;
  /** The part of it that the kernel used for this process. */
  readonly systemMs: number;
  /** Memory in use, bytes. */
  readonly residentBytes: number;
}

/** Linux counts in hundredths of a second for every program, whatever the kernel's own clock is. */
const msPerTick = 10;

/** Fields of /proc/PID/stat after the name, which is in brackets and may hold anything. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It ended a moment ago; its time now stands with its parent.
    return null;
  }
}

function residentOf(pid: number): number {
  try {
    return 1_024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((other) => Number(statOf(other)?.[1]) === pid);
}

/** Reads /proc, so Linux only. */
export function usageOf(pid: number): Usage {
  const below = childrenOf(pid).map(usageOf);
  const [userTicks, systemTicks, childUserTicks, childSystemTicks] = (statOf(pid) ?? []).slice(11, 15).map(Number);
  const kernelTicks = (systemTicks ?? 0) + (childSystemTicks ?? 0);
  const ticks = (userTicks ?? 0) + (childUserTicks ?? 0) + kernelTicks;
  return {
    cpuMs: ticks * msPerTick + below.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    systemMs: kernelTicks * msPerTick + below.reduce((sum, { systemMs }) => sum + systemMs, 0),
    residentBytes: residentOf(pid) + below.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
  };
}
