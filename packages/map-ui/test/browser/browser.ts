import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's Chromium with drawing in software, as on a machine without a graphics card. */
export const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
};

export const startBrowser = (): Promise<Browser> => chromium.launch(CHROMIUM);

export interface Watched {
  page: Page;
  /** requests to anywhere but `origin`, what the page complained of, and what its policy stopped */
  faults: string[];
}

/** Opens a page that notes everything that should not happen. */
export const watchedPage = async (context: BrowserContext, origin: string): Promise<Watched> => {
  const faults: string[] = [];
  const page = await context.newPage();
  // Drawing in software on a busy machine takes its time.
  page.setDefaultTimeout(75_000);
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`)) {
      faults.push(`off-origin ${request.url()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`error ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('policyStopped', (what: string) => {
    faults.push(`policy ${what}`);
  });
  await page.addInitScript(() => {
    const { policyStopped } = globalThis as unknown as { policyStopped: (what: string) => void };
    document.addEventListener('securitypolicyviolation', (event) =>
      policyStopped(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return { page, faults };
};
