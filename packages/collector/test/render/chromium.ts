import { existsSync } from 'node:fs';

/** Debian's Chromium as a test starts it. */
export const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
};

/** Why tests that need it are skipped, where they are. */
export const NO_CHROMIUM = existsSync(CHROMIUM.executablePath) ? undefined : `${CHROMIUM.executablePath} is missing`;
