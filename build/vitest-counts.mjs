import { writeFileSync } from 'node:fs';

/**
 * A vitest reporter that writes `{passed, failed, skipped: [{title, reason}]}` to TOKEN_STATION_COUNTS.
 * vitest's own JSON reporter leaves out why a test was skipped, and errors outside of tests.
 */
export default class CountsReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const file of modules) {
      // A file that does not load, or a hook that fails, has no failed test to show for it.
      counts.failed += file.errors().length;
      for (const suite of file.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of file.children.allTests()) countTest(test, counts);
    }
    writeFileSync(String(process.env.TOKEN_STATION_COUNTS), JSON.stringify(counts));
  }
}

function countTest(test, counts) {
  const { state, note } = test.result();
  if (state === 'passed' || state === 'failed') counts[state] += 1;
  else counts.skipped.push({ title: test.fullName, reason: note ?? 'no reason given' });
}
