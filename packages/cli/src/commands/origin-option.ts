/** The option that says how readers reach a server that is not for this machine alone. */
export const ORIGIN_FLAG = '--origin <url>';
export const ORIGIN_HELP =
  'the address that readers type, such as https://hub.example.org; needs accounts (`marsad user add`)';
