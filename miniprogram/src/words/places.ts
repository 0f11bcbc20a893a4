/** How far from home, in words: what to choose from within the home province. */
import type { Area } from '@/api/whereabouts'

export const AREA_WORDS: Record<Area, string> = {
  village: '就在本村',
  township: '本乡镇',
  county: '本县',
  city: '本市',
  province: '本省',
  elsewhere: '外省'
}

const NEAR: Area[] = ['village', 'township', 'county', 'city', 'province']

export const NEAR_CHOICES = NEAR.map((value) => ({ value, words: AREA_WORDS[value] }))

/** `广东省深圳市`; a municipality is not said twice. */
export const placeWords = (province: string, city: string): string => (province === city ? city : province + city)
