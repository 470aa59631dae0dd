import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why no certificates can be made here; undefined where they can. */
export const NO_OPENSSL: string | undefined =
  spawnSync('openssl', ['version']).status === 0 ? undefined : 'needs the program openssl to make certificates';

const CONFIGURATION = `
[ca]
default_ca = any
[any]
dir = .
database = ./index.txt
new_certs_dir = .
serial = ./serial
default_md = sha256
policy = policy
unique_subject = no
[policy]
commonName = supplied
[req]
distinguished_name = subject
prompt = no
[subject]
CN = replaced
`;

/** A certificate with its key, as PEM; `file` is where the certificate lies. */
export interface Certificate {
  cert: string;
  key: string;
  file: string;
}

interface CertificateWish {
  /** common name and only DNS name */
  name: string;
  /** who signs it; itself when absent */
  by?: Certificate;
  isAuthority?: boolean;
  /** as openssl writes times: YYYYMMDDHHMMSSZ */
  from?: string;
  to?: string;
  /** what the key may be used for */
  use?: 'serverAuth' | 'clientAuth';
}

/** A workshop for certificates of any kind, good and bad, in a folder of its own. */
export interface Workshop {
  make(wish: CertificateWish): Certificate;
  close(): void;
}

/** Opens it; needs openssl. */
export const openWorkshop = (): Workshop => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-certificates-'));
  const run = (...given: string[]): void => void execFileSync('openssl', given, { cwd: folder, stdio: 'pipe' });
  writeFileSync(join(folder, 'openssl.cnf'), CONFIGURATION);
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(join(folder, 'serial'), '1000\n');
  let count = 0;
  return {
    make({ name, by, from = '20200101000000Z', to = '20491231000000Z', isAuthority = false, use = 'serverAuth' }) {
      count += 1;
      const [key, request, file, extensions] = [`${count}.key`, `${count}.csr`, `${count}.pem`, `${count}.ext`];
      run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', key);
      run('req', '-new', '-config', 'openssl.cnf', '-key', key, '-subj', `/CN=${name}`, '-out', request);
      const usage = isAuthority
        ? 'basicConstraints = critical,CA:true\nkeyUsage = critical,keyCertSign\n'
        : `basicConstraints = critical,CA:false\nextendedKeyUsage = ${use}\n`;
      writeFileSync(join(folder, extensions), `${usage}subjectAltName = DNS:${name}\n`);
      const signer = by
        ? ['-cert', by.file, '-keyfile', by.file.replace(/pem$/, 'key')]
        : ['-selfsign', '-keyfile', key];
      const times = ['-startdate', from, '-enddate', to];
      const how = [...signer, ...times, '-extfile', extensions];
      run('ca', '-batch', '-notext', '-config', 'openssl.cnf', '-in', request, '-out', file, ...how);
      const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
      return { cert: read(file), key: read(key), file: join(folder, file) };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
