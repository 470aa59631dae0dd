// node add-when-told.mjs HUB FILE: gets ready, says so, adds the package when a line comes, and says when it is acknowledged.
// It imports the two modules of `hub add` that do the work and no more, since it is started many times over.
import { once } from 'node:events';
import { openHub } from '../../dist/open-hub.js';
import { addPackage } from '../../dist/receive/add-package.js';

const [folder = '', file = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const hub = await openHub(folder);
const added = await addPackage(hub, file, new Date('2026-11-20T12:00:00Z'));
if (!added.taken) throw new Error(JSON.stringify(added.refusals));
process.stdout.write('acknowledged\n');
await hub.close();
process.exit();
