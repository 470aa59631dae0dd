import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { RunningProcess } from '@marsad/collector';

/** Where Linux says it, when a process began; the 22nd field, counted after the name, which may hold anything. */
const startOf = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
};

const read = (what: () => string): string => {
  try {
    return what().trim();
  } catch {
    return '-';
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/**
 * This process by a name that no other ever has: machine, boot, name space of process numbers, number, start. Whether
 * another has ended can be told on the same machine only: process numbers are used again, and other containers have their
 * own. Where Linux does not tell the start, a number in use again passes for the process itself, and its lease has to run
 * out.
 */
export const runningProcess = (): RunningProcess => {
  const machine = hostname();
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const space = read(() => readlinkSync('/proc/self/ns/pid'));
  const nameOf = (pid: number): string => [machine, boot, space, pid, startOf(pid) ?? '-'].join(' ');
  return {
    name: nameOf(process.pid),
    hasEnded(name) {
      const [itsMachine, itsBoot, itsSpace, itsPid] = name.split(' ');
      const pid = Number(itsPid);
      if (itsMachine !== machine || !Number.isInteger(pid) || pid <= 0) return false;
      if (itsBoot !== boot) return true;
      return itsSpace === space && (!isAlive(pid) || nameOf(pid) !== name);
    },
  };
};
