import type { Problem } from '../../electron/contract/problem.ts';

export type SupportCase = {
  readonly problem: Problem;
  readonly title: string;
  readonly stationName: string;
  /** When it was shown first. */
  readonly atMs: number;
  readonly version: string | null;
};

/** The names of the lines, in the language of the window. */
export type SupportLabels = Readonly<Record<'problem' | 'said' | 'requestId' | 'station' | 'time' | 'version', string>>;

/**
 * What whoever helps asks for first, as lines of plain text. It holds no more than the note shows: no person, no code, and a
 * serial number only where the other side named it in its own words.
 */
export function supportText(supportCase: SupportCase, labels: SupportLabels): string {
  const { problem, title, stationName, atMs, version } = supportCase;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [labels.problem, `${problem.code} (${title})`],
    [labels.said, problem.detail],
    [labels.requestId, problem.requestId],
    [labels.station, stationName],
    // UTC, as Graph's own log has it.
    [labels.time, new Date(atMs).toISOString()],
    [labels.version, version ?? undefined],
  ];
  return lines.flatMap(([label, words]) => (words ? [`${label}: ${words}`] : [])).join('\n');
}

/**
 * The station's version, or `null` where the window is not in its app.
 * Source: Electron, shell/common/application_info.cc, GetApplicationUserAgent: the app's name without blanks, a slash, its version.
 */
export function versionIn(userAgent: string): string | null {
  return /\bToken-?Station\/(\S+)/i.exec(userAgent)?.[1] ?? null;
}
