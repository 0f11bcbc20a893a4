/** Work waiting in this phone: counted for the offline bar, sent whenever there is a network. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { onHeard } from '@/api/client'
import { queue, seen } from '@/offline'
import { toDoAgain } from '@/offline/answers'
import { photosOf, type Act, type NewAct, type Outcome } from '@/offline/queue'
import { onReturn } from '@/platform/network'
import { useSession } from '@/stores/session'

/** Milliseconds that a person waits at the button; what is not sent by then goes on by itself. */
const AT_THE_BUTTON = 6_000
/** Milliseconds until what is left is tried again, doubled each time nothing went. */
const SOONEST = 2_000
const LATEST = 60_000

export const useWork = defineStore('work', () => {
  const session = useSession()
  const unsent = ref<Act[]>([])
  const photos = computed(() => photosOf(unsent.value))
  /** What the server kept but must be done once more, in its own words. */
  const again = ref<{ id: string; message: string }[]>([])

  async function refresh(): Promise<void> {
    unsent.value = session.owner ? await queue.unsent(session.owner) : []
  }

  /** Keeps the act safe, then tries to send everything. Null when it stays in the phone for now. */
  async function add<Body>(given: Omit<NewAct<Body>, 'owner'>): Promise<Outcome | null> {
    const act = await queue.add({ ...given, owner: session.owner })
    await refresh()
    const outcomes = await Promise.race([drain(), wait(AT_THE_BUTTON)])
    return outcomes?.find((outcome) => outcome.act.id === act.id) ?? null
  }

  async function drain(): Promise<Outcome[]> {
    let went = false
    const step = () => {
      went = true
      void refresh()
    }
    const outcomes = session.owner ? await queue.drain(session.owner, step) : []
    again.value = [...again.value, ...outcomes.flatMap(toDoAgain)]
    await refresh()
    tryLater(went || outcomes.length > 0)
    return outcomes
  }

  let pause = SOONEST
  let later: ReturnType<typeof setTimeout> | undefined
  /** A weak network comes and goes without the phone saying so. */
  function tryLater(went: boolean): void {
    clearTimeout(later)
    pause = went ? SOONEST : Math.min(pause * 2, LATEST)
    if (unsent.value.some((act) => !act.refusal)) later = setTimeout(() => void drain(), pause)
  }

  function seenAgain(id: string): void {
    again.value = again.value.filter((one) => one.id !== id)
  }

  async function retry(id: string): Promise<void> {
    await queue.retry(id, session.owner)
    await drain()
  }

  async function letGo(id: string): Promise<void> {
    await queue.letGo(id, session.owner)
    await refresh()
  }

  /** Copies of what was read go; work not yet sent stays. */
  async function forgetCopies(): Promise<void> {
    await seen.wipe()
    unsent.value = []
  }

  onReturn(() => void drain())
  onHeard((heard) => {
    if (heard === 'answered') void noteContact()
  })

  let noted = 0
  async function noteContact(): Promise<void> {
    if (Date.now() - noted < 60_000) return
    noted = Date.now()
    await seen.contact()
  }

  return { unsent, photos, again, seenAgain, refresh, add, drain, retry, letGo, forgetCopies }
})

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds))
}
