/** How many single tests passed and failed, from the reports of the two test runners. */

/** Vitest's JSON report. A file that could not even be loaded has no tests; it counts as one failure. */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

/** Playwright's JSON report. What only passed when tried again is a failure; errors outside of tests count too. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** Lines worth printing from passed tests: annotations of the type "figure". */
export function figuresOfPlaywright({ suites }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  return suites
    .flatMap(specs)
    .flatMap(({ tests }) => tests)
    .flatMap(({ annotations }) => annotations)
    .filter(({ type }) => type === 'figure')
    .map(({ description }) => description);
}
