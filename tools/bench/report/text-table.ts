/** A Markdown table with its columns in line, so that it reads well on a terminal too. */
export function textTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => (line[at] ?? '').length)));
  const row = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [row(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(row)].join('\n');
}

/** A number with so many decimals; a dash where there is none. */
export function decimals(value: number | null | undefined, count = 0): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  return value.toLocaleString('en-GB', { minimumFractionDigits: count, maximumFractionDigits: count });
}

/** A share as a percentage. */
export function percent(share: number | null | undefined, count = 0): string {
  return share === null || share === undefined || Number.isNaN(share) ? '–' : `${decimals(100 * share, count)} %`;
}
