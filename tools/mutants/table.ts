import type { Mutant } from './mutant.ts';
import type { Fate } from './try-mutant.ts';

/** What became of all mutants, as a table in Markdown. */
export function tableOf(fates: ReadonlyMap<Mutant, Fate>): string {
  const rows = [...fates].map(([{ id, what, breaks }, fate]) => [id, breaks, what, wordsFor(fate)]);
  const lines = [['', 'breaks', 'seeded bug', 'noticed by'], ['---', '---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function wordsFor(fate: Fate): string {
  if (fate.kind === 'survived') return '**nothing**';
  if (fate.kind === 'untried') return `not tried: ${fate.why}`;
  return fate.asExpected ? fate.by : `${fate.by} (not where it was expected)`;
}
