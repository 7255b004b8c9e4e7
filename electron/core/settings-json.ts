/** A string, or a sign that opens or closes. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}]/g;

/**
 * The first key that stands twice in one object of this text, or `null`. `json` must be JSON that can be parsed.
 * Two spellings of one key, such as `a` and `\u0061`, are the same key.
 */
export function findRepeatedKey(json: string): string | null {
  const open: Set<string>[] = [];
  for (const { 0: token, index } of json.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (isKey(json, index + token.length)) {
      const key = String(JSON.parse(token));
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return null;
}

const COLON_NEXT = /\s*:/y;

function isKey(json: string, end: number): boolean {
  COLON_NEXT.lastIndex = end;
  return COLON_NEXT.test(json);
}
