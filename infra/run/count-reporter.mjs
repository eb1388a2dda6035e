// Vitest reporter: counts what ran and leaves the numbers in the file named by MUFAKAT_TEST_COUNT.
//
// A test file that cannot be loaded and an error outside of any test each count as one failure:
// a run in which something was not tried must never look clean.

import { writeFileSync } from 'node:fs';

export default class CountReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      count.failed += module.errors().length;
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') count.passed += 1;
        else if (state === 'failed') count.failed += 1;
        else count.skipped += 1;
      }
    }
    const file = process.env['MUFAKAT_TEST_COUNT'];
    if (file) writeFileSync(file, JSON.stringify(count));
  }
}
