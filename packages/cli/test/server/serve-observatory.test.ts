import { describe, expect, it } from 'vitest';
import { serveObservatory } from '../../src/server/serve-observatory.js';

describe('serveObservatory', () => {
  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', ''])(
    'does not listen on %j, since it has no log-in',
    async (host) => {
      await expect(serveObservatory({ snapshot: 'nowhere', host, port: 0 })).rejects.toMatchObject({
        code: 'host-not-loopback',
        remedy: expect.stringContaining('no log-in'),
      });
    },
  );
});
