/** Stroke attributes for tldraw's dash styles; "draw" and "solid" are whole lines. */
export function dashOf(dash: unknown, width: number): string | undefined {
  const gap = Math.round(width * 20) / 10;
  if (dash === 'dashed') return `${gap} ${gap}`;
  return dash === 'dotted' ? `0.1 ${gap}` : undefined;
}
