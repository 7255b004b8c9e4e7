import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.mjs';
import { runNode, runTool } from './run-tool.mjs';

/** @typedef {{passed: number, failed: number, skipped: {title: string, reason: string}[]}} Counts */

/** Runs all vitest projects. @returns {Promise<Counts>} */
export async function runVitest() {
  const file = freshFile('vitest');
  const env = { ...process.env, TOKEN_STATION_COUNTS: file };
  const args = ['run', '--reporter=default', '--reporter=./build/vitest-counts.mjs'];
  const { status } = await runTool('vitest', args, { env, show: true });
  return withCrash(existsSync(file) ? readJson(file) : emptyCounts(), status, 'vitest');
}

/** Runs the specs of one configuration. @returns {Promise<Counts>} */
export async function runPlaywright(config, env) {
  const file = freshFile('playwright');
  const args = ['test', '--config', config, '--reporter=list,json'];
  const ownEnv = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { status } = await runTool('@playwright/test', args, { env: ownEnv, show: true });
  return withCrash(existsSync(file) ? countReport(readJson(file)) : emptyCounts(), status, `Playwright (${config})`);
}

/** Boots a kernel and runs the tests of real HID devices in it. @returns {Promise<Counts>} */
export async function runKernelLane() {
  const file = freshFile('hid');
  const env = { ...process.env, TOKEN_STATION_COUNTS: file };
  const { status } = await runNode(['build/test-hid.mjs'], { env, show: true });
  return withCrash(existsSync(file) ? readJson(file) : emptyCounts(), status, 'test/hid');
}

/** Counts Playwright's JSON report. A test that passed only at its second go counts as failed. */
export function countReport({ stats, errors, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: suites.flatMap(listSkipped),
  };
}

function listSkipped({ specs = [], suites = [] }) {
  const own = specs.flatMap((spec) =>
    spec.tests.filter(isSkipped).map((test) => ({ title: spec.title, reason: reasonOf(test) })),
  );
  return [...own, ...suites.flatMap(listSkipped)];
}

const isSkipped = (test) => test.status === 'skipped';

function reasonOf({ annotations }) {
  const mark = annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  if (!mark) return 'did not run because one before it failed';
  return mark.description ?? 'no reason given';
}

/** A runner that ends badly without naming a failed test, or that found no test at all, is itself a failure. */
export function withCrash(counts, status, name) {
  const isEmpty = counts.passed + counts.failed + counts.skipped.length === 0;
  if (counts.failed > 0 || (status === 0 && !isEmpty)) return counts;
  console.log(isEmpty ? `${name} ran no test (status ${status}).` : `${name} ended with status ${status}.`);
  return { ...counts, failed: 1 };
}

const emptyCounts = () => ({ passed: 0, failed: 0, skipped: [] });
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function freshFile(name) {
  const folder = join(root, 'out/counts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}
