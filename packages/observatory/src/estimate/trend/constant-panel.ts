/** What one source said in one period: posts about the place, and how many of them are flagged. */
export interface SourceCount {
  source: string;
  posts: number;
  flagged: number;
}

/** One period of a series. */
export interface PeriodCounts {
  period: string;
  sources: readonly SourceCount[];
}

/** The series as collected, and on the sources that were there all the time. */
export interface PanelSeries {
  /** sources of the panel, sorted */
  panel: string[];
  raw: { period: string; posts: number; flagged: number }[];
  constant: { period: string; posts: number; flagged: number }[];
}

const summed = (period: string, sources: readonly SourceCount[]) => ({
  period,
  posts: sources.reduce((sum, { posts }) => sum + posts, 0),
  flagged: sources.reduce((sum, { flagged }) => sum + flagged, 0),
});

/**
 * A series on the constant panel beside the raw one: a source that was added or fell silent moves the raw series without
 * anybody having said anything new.
 * @param periods oldest first
 * @param share of the periods in which a source has to have posts to belong to the panel
 */
export const onConstantPanel = (periods: readonly PeriodCounts[], share = 0.9): PanelSeries => {
  const present = new Map<string, number>();
  for (const { sources } of periods)
    for (const { source, posts } of sources) if (posts > 0) present.set(source, (present.get(source) ?? 0) + 1);
  const panel = [...present].filter(([, count]) => count >= share * periods.length).map(([source]) => source);
  const inPanel = new Set(panel);
  return {
    panel: panel.sort(),
    raw: periods.map(({ period, sources }) => summed(period, sources)),
    constant: periods.map(({ period, sources }) =>
      summed(
        period,
        sources.filter(({ source }) => inPanel.has(source)),
      ),
    ),
  };
};
