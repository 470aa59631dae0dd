/**
 * Codes of projected systems, from first to last: EPSG Geodetic Parameter Dataset as PROJ 9.5 carries it (5,636 codes, none
 * of its 914 geographic ones), Web Mercator by its first nickname, and those that ESRI numbers itself.
 */
const PROJECTED_CODES = `
2000-3816 3825-3885 3890-3893 3907-3997 4026 4037-4038 4048-4051 4056-4071 4082-4096 4217 4390-4462 4467 4471 4474
4484-4489 4491-4554 4559-4589 4647-4656 4766-4800 4812 4822 4826-4880 5014-5130 5167-5225 5234-5243 5247 5253-5259
5266-5321 5325-5337 5343-5349 5355-5357 5361-5362 5367 5382-5389 5396 5456-5463 5466 5469-5482 5490-5523 5530-5539
5550-5559 5562-5589 5596-5680 5682-5825 5836-5880 5887-6129 6141-6204 6210-6307 6312-6316 6328-6362 6366-6646
6669-6703 6707-6738 6784-6880 6884-6887 6915-6966 6984 6991-7007 7057-7070 7074-7082 7109-7132 7142-7370 7374-7645
7692-7795 7799-7805 7825-7831 7845-7878 7882-7883 7887-7899 7991-8036 8044-8083 8088-8226 8311-8348 8352-8395
8433-8441 8455-8540 8677-8682 8686-8693 8826-8859 8903 8908-8910 8950-8951 9039-9040 9141 9149-9150 9154-9159
9191-9222 9249-9250 9252 9254-9265 9271-9285 9295-9297 9300 9311 9354-9360 9367 9373-9377 9387-9391 9404-9407 9456
9473 9476-9498 9549-9680 9697-9699 9709-9716 9741-9749 9761 9766 9793-9865 9869 9874-9880 9895 9943-9947 9967 9972
9977 10160 10183 10188 10194 10199 10207 10212 10217 10222 10227 10235 10240 10250 10254 10258 10262 10266 10270 10275
10280 10285-10291 10306 10314-10317 10329 10448-10465 10471 10477-10516 10592-10603 10622 10626 10632-10665
10674-20032 20042 20047-32766 53000-54999 102000-103999 900913
`
  .trim()
  .split(/\s+/)
  .map((range) => range.split('-').map(Number));

/** Names of projected systems in the dataset have a projection behind a slash: «Merchich / Nord Maroc». */
const PROJECTED_NAME = / \/ |^PROJ|\bUTM\b|Mercator|Pseudo-?Plate|Lambert|Gauss/i;

const CODE = /\b(?:EPSG|ESRI)\b.*?[:/](\d{4,6})$/i;

/**
 * Whether a reference system counts metres (or feet), not degrees, as far as its code or its name says so.
 * @param name as it stands in a `crs` member: `EPSG:26191`, a URN, an address, or a name in words
 */
export const isProjectedSystem = (name: string): boolean => {
  const [, digits] = CODE.exec(name) ?? [];
  if (digits === undefined) return PROJECTED_NAME.test(name);
  const code = Number(digits);
  return PROJECTED_CODES.some(([first = 0, last = first]) => code >= first && code <= last);
};
