import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** What axe finds on a page that is serious or critical, each fault with the elements it is about. */
export const seriousFaults = async (page: Page): Promise<string[]> => {
  // Injected through the debugger, because the page's own policy rightly refuses scripts from elsewhere.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: injected } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await injected.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};
