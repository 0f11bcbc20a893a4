/** What this phone tells of itself, as part of an act's evidence: no number that follows the person elsewhere. */
import { IN_WEIXIN } from '@/platform/which'

export interface DeviceFacts {
  model: string
  system: string
  client: string
}

const MOST = 60
const short = (words: string | undefined) => (words ?? '').slice(0, MOST)

export function deviceFacts(): DeviceFacts {
  const told = uni.getSystemInfoSync()
  const client = IN_WEIXIN ? `微信 ${told.version ?? ''}` : `${told.browserName ?? ''} ${told.browserVersion ?? ''}`
  const model = [told.deviceBrand, told.deviceModel].filter(Boolean).join(' ')
  return { model: short(model || told.model), system: short(told.system), client: short(client.trim()) }
}
