/** The value that this share (0 to 1) of the numbers does not exceed; NaN of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle one of the numbers, the lower of two. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}
