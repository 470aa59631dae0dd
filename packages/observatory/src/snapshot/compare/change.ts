import type { Block, IsoWeek, LevelChange, Names, ProtectionRules, Signal, SuppressionReason } from '@marsad/records';
import type { Snapshot } from '../read-snapshot.js';

/** Weeks of a block: first and last, or null for undated posts. */
export type Weeks = Block['weeks'];
type Model = Pick<Snapshot['manifest']['model'], 'name' | 'version'>;
type SourceEvent = Snapshot['manifest']['sources'][number]['events'][number];

/** A place by id, with its names; null: the city as a whole. */
export interface Place {
  area: string | null;
  /** `area` is the id of a district */
  district?: true;
  names: Names;
}

/** A corrected share of some weeks, with its 95 % interval. */
export interface ShareOfWeeks {
  weeks: [IsoWeek, IsoWeek];
  posts: number;
  rate: number;
  low: number;
  high: number;
}

/** How the snapshots were made. */
type MakingChange =
  /** figures of the two were judged differently: none of them may be compared */
  | { code: 'model-changed'; from: Model; to: Model }
  | { code: 'format-changed'; from: string; to: string }
  | { code: 'rule-changed'; rule: keyof ProtectionRules; from: number; to: number }
  /** whole weeks that only one of the two covers */
  | { code: 'weeks-changed'; from: Weeks; to: Weeks; added: number; removed: number };

/** What could be collected. */
type SourceChange =
  | { code: 'source-added'; source: string; name: string; week: IsoWeek | null }
  | { code: 'source-removed'; source: string; name: string }
  | { code: 'source-event'; source: string; name: string; event: SourceEvent['kind']; week: IsoWeek | null };

/** Where ground of an area went: `area` null is outside of all. `share` of the old area's ground. */
export interface GroundMoved {
  area: string | null;
  share: number;
}

type AreaChange =
  | { code: 'areas-edition'; from: string | null; to: string | null }
  | ({ code: 'area-added' } & Place)
  | ({ code: 'area-renamed'; from: Names } & Place)
  /** `ground` empty: the borders cross too often to say where it went */
  | ({ code: 'area-removed'; ground: GroundMoved[] } & Place)
  | ({ code: 'area-moved'; ground: GroundMoved[] } & Place);

type BlockChange =
  | ({ code: 'blocks-shown'; weeks: Weeks[] } & Place)
  | ({ code: 'blocks-hidden'; weeks: Weeks[]; reasons: SuppressionReason[] } & Place)
  | ({ code: 'blocks-merged'; from: Weeks[]; weeks: Weeks } & Place)
  /** told anew, as decision 0012 allows: the same posts judged anew, or newcomers who pass the gate by themselves */
  | ({ code: 'answers-revised'; why: 'judged-anew' | 'more-posts'; weeks: Weeks[] } & Place)
  /** a closed block tells something else, though decision 0012 says that it keeps its answer */
  | ({ code: 'answer-changed'; weeks: Weeks; posts: { from: number; to: number } } & Place)
  /** a published block is hidden (`into` empty), or cut anew, though no rule was raised */
  | ({ code: 'answer-withdrawn'; weeks: Weeks; into: Weeks[] } & Place);

type EstimateChange =
  /** corrected shares of blocks whose counts stayed as they were */
  | {
      code: 'estimates-changed';
      why: 'labels' | 'model' | 'more-weeks' | 'reckoned-anew';
      blocks: number;
      labels: { from: number; to: number };
    }
  /** the flagged share moved to another level from these weeks on, as the later snapshot says for the first time */
  | ({ code: 'level-changed'; signal: Signal; series: LevelChange['series']; weeks: IsoWeek[] } & Place)
  /** flagged posts of the city began to run at twice the usual in these weeks, as the later snapshot says for the first time */
  | { code: 'surge-told'; signal: Signal; weeks: IsoWeek[] };

/** What remains when all of that is allowed for. */
type RealChange =
  | ({
      code: 'real-change';
      signal: Signal;
      direction: 'up' | 'down';
      before: ShareOfWeeks;
      after: ShareOfWeeks;
      /** sources came or went meanwhile: they may have made the change */
      sourcesChanged: boolean;
    } & Place)
  /** shares were compared, and none differs beyond chance */
  | { code: 'no-clear-change'; compared: number }
  | { code: 'cannot-tell'; why: 'no-new-weeks' | 'other-model' | 'no-labels' };

/** One thing that differs between two snapshots of a city. */
export type SnapshotChange = MakingChange | SourceChange | AreaChange | BlockChange | EstimateChange | RealChange;

export type ChangeCode = SnapshotChange['code'];
/** The changes of one or several codes. */
export type ChangeOf<Code extends ChangeCode> = Extract<SnapshotChange, { code: Code }>;

/** Codes that say that the later snapshot breaks a promise of the earlier one. */
const BROKEN_PROMISES: ReadonlySet<ChangeCode> = new Set(['answer-changed', 'answer-withdrawn']);

/** Whether a change is a finding: something that should not have happened. */
export const isFinding = ({ code }: SnapshotChange): boolean => BROKEN_PROMISES.has(code);
