/** Who is signed in on this device, and as what. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { forgetPictures } from '@/api/pictures'
import { readSession, signOutThere, actAsRole } from '@/api/sessions'
import { dropToken, keepToken, readToken } from '@/api/token'
import type { Schema } from '@/api/types'

export type Role = Schema<'Role'>

const FIRST: Record<Role, { words: string; url: string }> = {
  supporter: { words: '家', url: '/pages/home' },
  caregiver: { words: '家', url: '/pages/home' },
  volunteer: { words: '今天', url: '/pages/today' },
  committee: { words: '待办', url: '/pages/todo' },
  township: { words: '总览', url: '/pages/county' },
  county: { words: '总览', url: '/pages/county' }
}

export const ROLE_WORDS: Record<Role, string> = {
  supporter: '子女（赡养人）',
  caregiver: '受托照顾人',
  volunteer: '志愿者',
  committee: '村委会',
  township: '乡镇',
  county: '县民政'
}

/** The first screen of a role; those without one yet see themselves. */
export function firstScreen(role: Role | null): { words: string; url: string } {
  return role ? FIRST[role] : { words: '开始', url: '/pages/me' }
}

const KEPT = 'session'

export const useSession = defineStore('session', () => {
  // Kept beside the token, so that work can go on where there is no network.
  const session = ref<Schema<'Session'> | null>((uni.getStorageSync(KEPT) as Schema<'Session'>) || null)
  const role = computed<Role | null>(() => session.value?.role ?? null)
  const owner = computed(() => session.value?.account_id ?? '')

  async function begin(token: string): Promise<void> {
    keepToken(token)
    await refresh()
  }

  async function refresh(): Promise<void> {
    session.value = await readSession()
    uni.setStorageSync(KEPT, session.value)
  }

  async function actAs(key: string, membershipId: string): Promise<void> {
    await actAsRole(key, membershipId)
    await refresh()
  }

  /** The server forgets the session when it can be reached; this device forgets it in any case. */
  async function end(): Promise<void> {
    await signOutThere().catch(() => undefined)
    forget()
  }

  function forget(): void {
    dropToken()
    forgetPictures()
    uni.removeStorageSync(KEPT)
    session.value = null
  }

  function goFirst(): void {
    uni.reLaunch({ url: readToken() && session.value ? firstScreen(role.value).url : '/pages/sign-in' })
  }

  return { session, role, owner, begin, refresh, actAs, end, forget, goFirst }
})
