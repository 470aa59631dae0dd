/**
 * Offsets in minutes of zone names: RFC 822 §5.1, and the abbreviations that feeds write besides. Where one abbreviation
 * has several meanings (CST, IST, BST), the one that feeds mean most often.
 */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['AT', -240],
  ['AST', -240],
  ['ADT', -180],
  ['ET', -300],
  ['EST', -300],
  ['EDT', -240],
  ['CT', -360],
  ['CST', -360],
  ['CDT', -300],
  ['MT', -420],
  ['MST', -420],
  ['MDT', -360],
  ['PT', -480],
  ['PST', -480],
  ['PDT', -420],
  ['AKST', -540],
  ['AKDT', -480],
  ['HST', -600],
  ['BRT', -180],
  ['WET', 0],
  ['WEST', 60],
  ['BST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['MET', 60],
  ['MEST', 120],
  ['MEZ', 60],
  ['MESZ', 120],
  ['EET', 120],
  ['EEST', 180],
  ['SAST', 120],
  ['MSK', 180],
  ['MSD', 240],
  ['TRT', 180],
  ['GST', 240],
  ['PKT', 300],
  ['IST', 330],
  ['WIB', 420],
  ['SGT', 480],
  ['HKT', 480],
  ['JST', 540],
  ['KST', 540],
  ['AEST', 600],
  ['AEDT', 660],
  ['NZST', 720],
  ['NZDT', 780],
]);

/** RFC 822's military zones: A is one hour behind, M twelve; N one hour ahead, Y twelve; J is not used, Z is UTC. */
const military = (letter: string): number => {
  const behind = 'ABCDEFGHIKLM'.indexOf(letter);
  return behind >= 0 ? -60 * (behind + 1) : 60 * ('NOPQRSTUVWXY'.indexOf(letter) + 1);
};

/** Minutes that a written zone is ahead of UTC: `+01:00`, `-5`, `GMT+2`, `EST`, `Z`. Zones nobody knows are read as UTC. */
export const zoneMinutes = (zone: string | undefined): number => {
  const name = (zone ?? '').trim().toUpperCase();
  const numeric = /^(?:GMT|UTC|UT|Z)?\s*([+\-\u2212])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '+' ? minutes : -minutes;
  }
  return /^[A-Y]$/.test(name) ? military(name) : (ZONES.get(name) ?? 0);
};
