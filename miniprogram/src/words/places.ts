/** How far from home, in words: what to choose from within the home province. */
import type { Area, PlaceIn } from '@/api/whereabouts'

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

/** `广东省深圳市`; a municipality is not said twice, and what nobody told is left out. */
export const placeWords = (province: string | null, city: string | null): string =>
  province && province !== city ? province + (city ?? '') : city || '不清楚在哪里'

/** A place while it is being written down. */
export interface PlaceDraft {
  province: string
  city: string
  since: string
  area: string[]
  forWork: string[]
  employer: string
}

type Told = Partial<Pick<PlaceIn, 'province' | 'city' | 'since' | 'employer' | 'for_work'>> & { area?: string | null }
type Known = { [Name in keyof Told]: Told[Name] | null }

export const placeDraft = (known: Known | null | undefined, today: string): PlaceDraft => ({
  province: known?.province ?? '',
  city: known?.city ?? '',
  since: known?.since ?? today,
  area: known?.area && known.area !== 'elsewhere' ? [known.area] : [],
  forWork: known?.for_work === false ? ['no'] : known?.for_work ? ['yes'] : [],
  employer: known?.employer ?? ''
})

export const isWhole = (place: PlaceDraft, atHome: boolean): boolean =>
  Boolean(place.province && place.city.trim() && (!atHome || place.area.length))

/** As the server takes it; how near home counts only within the home province. */
export const placeTold = (place: PlaceDraft, atHome: boolean): Required<PlaceIn> => ({
  province: place.province,
  city: place.city.trim(),
  since: place.since,
  area: atHome ? (place.area[0] as Area) : null,
  for_work: place.forWork.length ? place.forWork[0] === 'yes' : null,
  employer: place.employer.trim() || null
})
