import { describe, expect, it } from 'vitest';
// Pages are read in threads, which run what was built.
import { importFiles } from '../../dist/import/import-files.js';
import { MemoryLedger } from '../support/memory-ledger.js';
import { testEffects } from '../support/web.js';
import { WITHHELD } from '../support/withheld-pages.js';
import { memoryFiles } from './support/memory-files.js';

describe('a saved page', () => {
  it.each(WITHHELD)('holds no text when it is %s', async (_name, reason, html) => {
    const ledger = new MemoryLedger();
    const files = memoryFiles({ 'saved.html': html });
    const report = await importFiles({ path: 'saved.html', map: {}, sourceId: 'file' }, ledger, {
      ...testEffects(),
      files,
    });
    expect(report.items).toMatchObject({ in: 1, out: 0, dropped: { [reason]: 1 } });
    expect(report.rejected[0]?.message).toMatch(/^the page .* in place of its text$/);
    expect(ledger.posts.size).toBe(0);
  });
});
