/** The tiers of R026-R028 as people say them. */
export type Tier = 'high' | 'medium' | 'routine' | 'unclassified'

export const TIERS: Record<Tier, { words: string; mark: string }> = {
  high: { words: '重点', mark: '●' },
  medium: { words: '次重点', mark: '◐' },
  routine: { words: '一般', mark: '○' },
  unclassified: { words: '待评估', mark: '?' }
}

/** GB/T 42195-2022. */
export const ABILITY_WORDS = {
  intact: '能力完好',
  mild: '轻度失能',
  moderate: '中度失能',
  severe: '重度失能',
  complete: '完全失能',
  unknown: '能力未评估'
} as const
