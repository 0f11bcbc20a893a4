/** The elders of today's work, at hand with and without a network. */
import { readAgreement, type AgreementFile } from '@/api/agreements'
import { readToday, type VisitorToday } from '@/api/dashboards'
import { readElder } from '@/api/elders'
import { Problem } from '@/api/problem'
import type { Schema } from '@/api/types'
import { listVisitForms, type VisitForms } from '@/api/visits'
import { seen } from '@/offline'
import type { Keeper } from '@/platform/load'

const TODAY = 'today'

/** Today's list, kept for times without a network; copies about elders no longer on it go. */
export function todayKeeper(owner: string): Keeper<VisitorToday> {
  return {
    async keep(today) {
      await seen.remember(owner, TODAY, today)
      await seen.keepOnly(today.visits.map((visit) => visit.elder.id))
      await keepConsents(owner, today)
      await keepForms(owner)
    },
    kept: () => seen.recall<VisitorToday>(owner, TODAY)
  }
}

/** The final texts that wait for an elder's consent: the visit may be where there is no network. */
async function keepConsents(owner: string, today: VisitorToday): Promise<void> {
  for (const { id, elder_id, waits_for } of today.agreements) {
    if (waits_for === 'consent') await agreementKeeper(owner, id, elder_id).keep(await readAgreement(id))
  }
}

const FORMS = 'visit-forms'

async function keepForms(owner: string): Promise<VisitForms> {
  const forms = await listVisitForms()
  await seen.remember(owner, FORMS, forms)
  return forms
}

/** The questions of the next visit to an elder: a first one, or a later. Null where they were never at hand. */
export async function questionsOf(owner: string, elderId: string): Promise<VisitForms['items'][number] | null> {
  const kept = await seen.recall<VisitForms>(owner, FORMS)
  const forms = kept?.value ?? (await keepForms(owner).catch(() => null))
  const today = (await seen.recall<VisitorToday>(owner, TODAY))?.value
  const visit = today?.visits.find(({ elder }) => elder.id === elderId)
  const wanted = visit && !visit.last_visit_at ? forms?.first : forms?.later
  return forms?.items.find((one) => one.id === wanted) ?? null
}

export function agreementKeeper(owner: string, id: string, elderId: string): Keeper<AgreementFile> {
  return {
    keep: (file) => seen.remember(owner, `agreement/${id}`, file, elderId),
    kept: () => seen.recall<AgreementFile>(owner, `agreement/${id}`)
  }
}

/** An elder whose visits are somebody else's, and with whom I am paired still. */
async function pairedElder(elderId: string): Promise<Schema<'ElderCard'> | undefined> {
  return (await readElder(elderId).catch(() => undefined))?.elder
}

/** One of my elders, from the kept list or a fresh one. Throws Problem when it is on neither. */
export async function myElder(owner: string, elderId: string): Promise<Schema<'ElderCard'>> {
  const find = (today: VisitorToday | undefined) => today?.visits.find(({ elder }) => elder.id === elderId)?.elder
  const known = find((await seen.recall<VisitorToday>(owner, TODAY))?.value)
  if (known) return known
  const found = find(await readToday()) ?? (await pairedElder(elderId))
  if (!found) throw new Problem(404, 'elder_not_on_list', '这位老人不在您今天的名单里，请回到“今天”再点一次')
  return found
}
