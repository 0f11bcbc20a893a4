/** Times at which a family could call: tonight and the six days to come, at hours a village keeps. */
import { atHome, dayWords } from '@/words/time'

const HOURS = ['09:30', '12:30', '16:00', '19:00', '19:30', '20:00']

export interface DayOfTimes {
  day: string
  words: string
  times: { value: string; words: string }[]
}

/** Only times still to come, at least twenty minutes from `now`. */
export function coming(now: Date = new Date()): DayOfTimes[] {
  const today = atHome(now).startOf('day')
  return Array.from({ length: 7 }, (_, ahead) => today.add(ahead, 'day'))
    .map((day) => {
      const date = day.format('YYYY-MM-DD')
      const times = HOURS.map((hour) => ({ value: `${date}T${hour}:00+08:00`, words: hour }))
      return {
        day: date,
        words: dayWords(day.toDate(), now),
        times: times.filter((time) => new Date(time.value).getTime() > now.getTime() + 20 * 60_000)
      }
    })
    .filter((day) => day.times.length > 0)
}
