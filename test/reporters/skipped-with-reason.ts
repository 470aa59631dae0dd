import type { Reporter, TestModule } from 'vitest/node';

/** Ends every run by naming each skipped test with its reason, so that a skip is never silent. */
export default class SkippedWithReason implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines: string[] = [];
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const reason = result.state === 'skipped' ? result.note : undefined;
        lines.push(`  ${module.relativeModuleId} > ${test.fullName}${reason ? `: ${reason}` : ''}`);
      }
    }
    if (lines.length > 0) process.stdout.write(`\nSkipped, and why:\n${lines.join('\n')}\n`);
  }
}
