import { z } from 'zod';
import { names, protectionRules } from '../city.js';
import { isoWeek } from '../iso-week.js';
import { instant } from '../post.js';
import { rungCode, signalCode } from '../taxonomy-codes.js';
import { modelName } from '../verdict.js';
import { cityProfile, resource } from './city-profile.js';
import { contest } from './contest.js';
import { notice } from './signed.js';
import { tier } from './tier.js';

export const REGION_FORMAT = { name: 'marsad-region', version: '1.0.0' } as const;

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const weeks = z.tuple([isoWeek, isoWeek]);
const cityId = z.string();
const interval = { rate: share, low: share, high: share };

/** Why a city is not set beside the others: it stands greyed, with its own figures. */
export const REGION_REASONS = [
  /** no version of it is held that was not withdrawn */
  'withdrawn',
  /** its newest version is past its date: `since` */
  'expired',
  /** an invented city among real ones */
  'fictional',
  /** no dated figure of it lies in these weeks */
  'no-figures',
  /** the publish gate hides the city as a whole in these weeks; its neighbourhoods may tell figures */
  'city-hidden',
  /** it tells figures only in groups of weeks that are longer than this period, or lie across its ends */
  'weeks-grouped',
  /** its figures cover `covered` of `of` weeks; at least `needed` are asked for */
  'weeks-missing',
  /** `posts` stand behind it; at least `needed` are asked for */
  'too-few-posts',
  /** formats before 1.1.0 count lightly changed copies as posts: `format` */
  'counts-copies',
  /** judged by `model`, the others by `others` */
  'other-model',
  /** `share` of its posts are in `languages`, in which the model's error is not measured; at most `allowed` */
  'language-unmeasured',
  /** its mix of languages lies `distance` from the others'; at most `allowed` */
  'other-languages',
  /** how its posts were placed lies `distance` from the others'; at most `allowed` */
  'other-rungs',
  /** nobody has labelled enough of its posts to correct its figures */
  'not-corrected',
] as const;

/** What does not forbid the comparison, and must be said with it. */
export const REGION_NOTES = [
  /** its snapshot expires on `on` */
  'expires-soon',
  /** `contests` of its figures, terms or sources are not answered yet */
  'contested',
  /** a correction was announced for the version shown */
  'correction-announced',
  /** `sources` of `of` were silent, refused or unreachable within these weeks */
  'sources-interrupted',
  /** `sources` of `of` were added within these weeks */
  'sources-added',
  /** no neighbourhood tells how its posts were placed */
  'rungs-untold',
  /** posts by language are not told, so the mix is unknown */
  'languages-untold',
  /** no figures by language: `languages` are missing, so its rate cannot be standardised */
  'not-by-language',
  /** its figures of these weeks are those of `cities`, number by number */
  'same-figures-as',
] as const;

const params = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
const said = <T extends readonly [string, ...string[]]>(codes: T) => z.object({ code: z.enum(codes), params });

/** A signed version of a city's snapshot as the hub knows it; `held`: the one whose figures are shown. */
export const regionVersion = z.object({
  version: count,
  tier,
  state: z.enum(['held', 'superseded', 'withdrawn']),
  issued: instant,
  expires: instant,
  received: instant,
  format: z.string(),
  weeks: weeks.nullable(),
  model: modelName,
  areas: z.object({ count, version: z.string().optional() }),
  /** what differs from the version before, as far as a trend may move by it */
  changed: z.array(z.enum(['model', 'areas', 'sources', 'rules', 'format'])),
});
export type RegionVersion = z.infer<typeof regionVersion>;

const regionCity = z.object({
  id: cityId,
  names,
  fictional: z.boolean(),
  profile: cityProfile.omit({ names: true, resources: true }),
  /** a row of the table of methods */
  method: z.object({
    format: z.string(),
    model: modelName,
    measuredLanguages: z.array(z.string()),
    languages: z.array(z.string()),
    /** languages of which its figures tell flagged posts; absent where none stands, and of older hubs */
    byLanguage: z.array(z.string()).optional(),
    rules: protectionRules,
    /** sources by kind */
    sources: z.record(z.string(), count),
    /** labels behind corrected figures; 0: none */
    labels: count,
    areas: z.object({ count, version: z.string().optional() }),
    weeks: weeks.nullable(),
  }),
  /** the city as a whole, block by block, as it published it: for small multiples */
  series: z.array(
    z.object({
      weeks,
      /** null: the block is hidden */
      figures: z
        .object({
          posts: count,
          flagged: z.partialRecord(signalCode, count),
          corrected: z.partialRecord(signalCode, z.object(interval)).optional(),
        })
        .nullable(),
    }),
  ),
  /** oldest first */
  timeline: z.array(regionVersion),
  notices: z.array(notice),
  /** those not answered yet */
  contests: z.array(contest),
  /** … and those that are */
  answered: z.array(contest).optional(),
  /** names of the neighbourhoods and districts that contests are about, by id, as far as the snapshot held tells them */
  places: z.record(z.string(), names).optional(),
});
export type RegionCity = z.infer<typeof regionCity>;

const cityRate = z.object({
  ...interval,
  /** the rate that the city would have with the languages of `standard`, where every language of it is published */
  standardised: z.object(interval).optional(),
});

const comparedCity = z.object({
  id: cityId,
  /** false: greyed, with at least one reason */
  comparable: z.boolean(),
  reasons: z.array(said(REGION_REASONS)),
  notes: z.array(said(REGION_NOTES)),
  posts: count,
  weeksCovered: count,
  /** shares of the posts whose language is told */
  languages: z.record(z.string(), share),
  /** shares of the neighbourhoods' posts whose placement is told */
  rungs: z.partialRecord(rungCode, share),
  signals: z.partialRecord(signalCode, cityRate),
});
export type ComparedCity = z.infer<typeof comparedCity>;

/** A typical city of those compared (random effects) and the range in which 19 of 20 such cities are expected. */
const regionRate = z.object({
  ...interval,
  /** left out below three cities */
  expected: z.object({ low: share, high: share }).optional(),
  cities: z.number().int().min(2),
  /** share of the variance that is between cities, not chance (I²) */
  between: share,
});
export type RegionRate = z.infer<typeof regionRate>;

/** Cities side by side in the same weeks by the same measure. */
export const regionComparison = z.object({
  period: z.object({ id: z.string(), weeks }),
  /** `flagged`: what the model flags; `corrected`: by labels of each city's own posts, whatever the model */
  measure: z.enum(['flagged', 'corrected']),
  /** what those compared have in common; null where nothing can be compared */
  common: z
    .object({
      cities: count,
      posts: count,
      /** null for corrected figures */
      model: modelName.nullable(),
      /** languages that all of them have posts in */
      languages: z.array(z.string()),
    })
    .nullable(),
  /** shares of languages to which rates are standardised: the mean mix of those compared, of languages that they tell; null: none could be */
  standard: z.record(z.string(), share).nullable(),
  /** mean share of the posts of those compared that is in these languages */
  standardCovers: share.optional(),
  cities: z.array(comparedCity),
  /** absent for signals told by fewer than two of those compared */
  region: z.partialRecord(signalCode, regionRate),
});
export type RegionComparison = z.infer<typeof regionComparison>;

/**
 * `region.json`: what a hub says of many cities, made of figures that the cities published and nothing else. docs/hub.md
 * says how it is read.
 */
export const region = z.object({
  format: z.object({ name: z.literal(REGION_FORMAT.name), version: z.string().regex(/^1\.\d+\.\d+$/) }),
  hub: z.object({ id: cityId, names }),
  tier,
  /** the time for which what is expired was judged */
  at: instant,
  cities: z.array(regionCity),
  /** shortest period first; flagged before corrected */
  comparisons: z.array(regionComparison),
  /** of cities and of the hub (`from` null) */
  resources: z.array(resource.extend({ from: cityId.nullable() })),
  /** what lies beside this file: `cities/ID/` is the observatory of a city, `cities/ID/snapshot.zip` its package */
  beside: z.object({ observatories: z.array(cityId), packages: z.array(cityId) }).optional(),
});
export type Region = z.infer<typeof region>;
