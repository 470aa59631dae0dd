/** A Chromium and how it is to be started. */
export interface Chromium {
  executablePath: string;
  args: readonly string[];
}

/** Where Linux distributions put it. */
const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The user's Chromium: what MARSAD_CHROMIUM names, and where it names nothing the first in the usual places; undefined when
 * there is no such file. For root it is started without its sandbox, as it starts in no other way.
 */
export const findChromium = (options: {
  environment: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
  isRoot: boolean;
}): Chromium | undefined => {
  const named = options.environment.MARSAD_CHROMIUM;
  const executablePath = (named ? [named] : USUAL_PLACES).find(options.exists);
  return executablePath === undefined ? undefined : { executablePath, args: options.isRoot ? ['--no-sandbox'] : [] };
};
