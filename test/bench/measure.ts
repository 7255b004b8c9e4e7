/** Times of one thing done many times, in milliseconds. */
export type Series = readonly number[];

export async function timeEach(count: number, run: (index: number) => Promise<unknown>): Promise<Series> {
  const series: number[] = [];
  for (let index = 0; index < count; index++) {
    const startedMs = performance.now();
    await run(index);
    series.push(performance.now() - startedMs);
  }
  return series;
}

/** The value below which this share of the series lies, by nearest rank. */
export function percentile(series: Series, share: number): number {
  const sorted = series.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function printSeries(title: string, named: Readonly<Record<string, Series>>): void {
  console.log(`\n${title}`);
  console.table(
    Object.entries(named).map(([what, series]) => ({
      what,
      runs: series.length,
      'median ms': round(percentile(series, 0.5)),
      'p95 ms': round(percentile(series, 0.95)),
      'p99 ms': round(percentile(series, 0.99)),
    })),
  );
}

export function round(value: number): number {
  return Number(value.toPrecision(3));
}
