/** The version of Marsad, as `--version` and every run card say it; a test holds it to the package's own. */
export const MARSAD_VERSION = '0.1.0';
