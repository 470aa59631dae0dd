/**
 * Seconds of CPU since `process.cpuUsage()` gave this.
 * @param {NodeJS.CpuUsage} begun
 */
export const cpuSecondsSince = (begun) => {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
};
