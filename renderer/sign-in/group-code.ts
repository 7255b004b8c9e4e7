/**
 * A code in groups that can be kept in mind between two screens: threes where they come out even, else fours. One that
 * brings its own dashes or blanks is grouped already.
 */
export function groupCode(code: string): readonly string[] {
  if (/[^0-9a-z]/i.test(code)) return [code];
  const size = code.length % 3 === 0 ? 3 : 4;
  return Array.from({ length: Math.ceil(code.length / size) }, (_, group) =>
    code.slice(group * size, (group + 1) * size),
  );
}
