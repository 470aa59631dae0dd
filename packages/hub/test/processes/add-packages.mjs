// node add-packages.mjs HUB FILE…: adds packages one after the other and prints the number of each that is acknowledged.
import { addPackage, openHub } from '@marsad/hub';

const [folder = '', ...files] = process.argv.slice(2);
const hub = await openHub(folder);
for (const [at, file] of files.entries()) {
  const added = await addPackage(hub, file, new Date('2026-11-20T12:00:00Z'));
  if (!added.taken) throw new Error(JSON.stringify(added.refusals));
  process.stdout.write(`${at}\n`);
}
await hub.close();
