import { InvalidArgumentError } from 'commander';

/** Parses a TCP port, 0 to 65535. */
export const portNumber = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError(`--port: expected a number from 0 to 65535, got "${text}".`);
  }
  return port;
};
