import type { LaunchOptions } from 'playwright-core';
import type { CollectEffects } from '../ports.js';

/**
 * How the user's Chromium is started. Requests of pages are answered by us before they reach its network, but not all of
 * what a browser sends can be intercepted (preconnects, sockets of workers, WebRTC): so its network leads nowhere. Its proxy
 * has a name that nobody can have (RFC 6761 §6.4), and no name is ever looked up.
 */
export const launchOptions = ({
  executablePath,
  args = [],
}: NonNullable<CollectEffects['chromium']>): LaunchOptions => ({
  executablePath,
  headless: true,
  // Playwright's default is none: a page from anywhere must not have one layer less than it has in the user's browser.
  chromiumSandbox: !args.includes('--no-sandbox'),
  proxy: { server: 'http://nowhere.invalid:1' },
  args: [
    ...args,
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-pings',
    '--no-first-run',
  ],
  // The command line decides what a signal does; Playwright would end the process.
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
});
