/**
 * Reads the TAP of node:test line by line, and counts each test as it comes, because a guest that goes down leaves no
 * sum. `take` answers what of it is worth showing: the outcome of each test, all that is said about one that failed, and
 * what a test printed itself.
 */
export function createTapReader() {
  /** @type {import('./run-tests.mjs').Counts} */
  const counts = { passed: 0, failed: 0, skipped: [] };
  let isFailing = false;
  let isInDetails = false;

  /** @param {string} line @returns {string | null} */
  function take(line) {
    const text = line.trim();
    if (isInDetails || text === '---') {
      isInDetails = text !== '...';
      return isFailing ? line : null;
    }
    // The directives of TAP itself, for a test that does not count: its reason is printed with the sum.
    const outcome = /^(not )?ok \d+ - (.*?)(?: # (?:SKIP|TODO)(.*))?$/.exec(text);
    if (!outcome) return isFrame(text) ? null : line;
    const [, failed, title = '', reason] = outcome;
    isFailing = failed !== undefined;
    if (reason !== undefined) counts.skipped.push({ title, reason: reason.trim() || 'no reason given' });
    else counts[isFailing ? 'failed' : 'passed'] += 1;
    return line;
  }

  return { take, counts };
}

/** What holds TAP together and says nothing to people. @param {string} text */
function isFrame(text) {
  return /^(TAP version|\d+\.\.\d+$|# Subtest:|# (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) )/.test(
    text,
  );
}
