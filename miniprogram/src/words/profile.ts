/** The parts of an elder's file, in words. */
import type { Part } from '@/api/profile'

export const PART_WORDS: Record<Part, string> = {
  family: '家庭',
  health: '身体',
  mind: '精神',
  safety: '安全',
  hygiene: '卫生',
  dwelling: '住房',
  needs: '需要什么',
  income: '收入来源',
  care: '谁在照料',
  difficulties: '困难',
  guardian: '监护人'
}

export const PART_CHOICES = (Object.keys(PART_WORDS) as Part[]).map((value) => ({ value, words: PART_WORDS[value] }))
