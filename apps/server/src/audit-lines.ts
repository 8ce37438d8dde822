import type { AuditLine } from '@bridgeboard/protocol';
import type { AuditLog } from '@bridgeboard/storage';

const pageSize = 200;

/** All lines of the activity log that are asked for, newest first. */
export async function linesOf(
  audit: Pick<AuditLog, 'find'>,
  wish: Omit<Parameters<AuditLog['find']>[0], 'below' | 'limit'>,
): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  for (let below: number | null = Number.MAX_SAFE_INTEGER; below !== null;) {
    const page: Awaited<ReturnType<AuditLog['find']>> = await audit.find({ ...wish, below, limit: pageSize });
    lines.push(...page.lines.map(({ line }) => line));
    below = page.next;
  }
  return lines;
}
