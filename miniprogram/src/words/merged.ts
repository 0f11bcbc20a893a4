/** Two files of one person that were joined, in words. */
import type { MergedFile } from '@/api/register'
import { dateWords } from '@/words/time'

/** The files merged into the one at hand, not the one it went into. */
export const doubles = (merged: readonly MergedFile[]) => merged.filter((one) => !one.kept)

/** 3 月 10 日并入了上坪村的另一份档案 */
export const joinedWords = (one: MergedFile): string => `${dateWords(one.merged_at)}并入了${one.village}的另一份档案`
