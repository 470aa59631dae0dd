import { buffer } from 'node:stream/consumers';
import { InputError } from '@marsad/records';
import yauzl from 'yauzl';

const open = (path: string): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, strictFileNames: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

const bytesOf = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream))));
  });

/**
 * All files of a package (a zip as `packageBytes` makes it), path → bytes, sorted by path.
 * @throws InputError when it is no package
 */
export const readPackage = async (path: string): Promise<Map<string, Uint8Array>> => {
  try {
    const zip = await open(path);
    const files = new Map<string, Uint8Array>();
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: yauzl.Entry) => {
        bytesOf(zip, entry).then((bytes) => {
          files.set(entry.fileName, bytes);
          zip.readEntry();
        }, reject);
      });
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.readEntry();
    });
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  } catch (cause) {
    throw new InputError('no-package', `${path}: expected the zip of a snapshot, but it cannot be read as one`, {
      cause,
    });
  }
};
