import { readFileSync } from 'node:fs';

/**
 * Who started us and who started that one, as text to compare: npm stands behind a shell, and a shell whose npm was
 * killed outright lives on. Where the system does not tell, the parent alone.
 * @returns {string}
 */
export function lineage() {
  const parent = process.ppid;
  try {
    // "pid (name) state parent …"; the name may hold brackets and spaces of its own.
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const grandparent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return `${parent} ${grandparent}`;
  } catch {
    return String(parent);
  }
}
