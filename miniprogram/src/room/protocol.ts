/** The words of the signalling, as `media/messages.py` reads and `media/room.py` writes them. */

import type { Person, Reason } from './types'

export type Which = 'publish' | 'subscribe'

export interface Me {
  readonly id: string
  readonly name: string
  readonly role: 'host' | 'guest'
}

export type ServerMessage =
  | { readonly type: 'welcome'; readonly me: Me; readonly state: 'knocking' | 'in'; readonly resume: string; readonly admission?: string | null; readonly ice_servers: RTCIceServer[] }
  | { readonly type: 'state'; readonly state: 'knocking' | 'in'; readonly admission?: string | null }
  | { readonly type: 'knock'; readonly waiting: Person[] }
  | { readonly type: 'people'; readonly people: Person[] }
  | { readonly type: 'network'; readonly state: 'good' | 'weak' | 'sound_only' }
  | Offer
  | { readonly type: 'pong' }

export interface Offer {
  readonly type: 'offer'
  readonly pc: Which
  readonly number: number
  readonly sdp: string
}

export type ClientMessage =
  | { readonly type: 'hello'; readonly resume?: string; readonly admission?: string }
  | { readonly type: 'answer'; readonly pc: Which; readonly number: number; readonly sdp: string }
  | { readonly type: 'restart'; readonly pc: Which }
  | { readonly type: 'state'; readonly muted: boolean; readonly camera: boolean }
  | { readonly type: 'admit' | 'remove'; readonly participant: string }
  | { readonly type: 'quality'; readonly freezes: number; readonly frozen_ms: number }
  | { readonly type: 'end' | 'leave' | 'ping' }

/** Ends a connection for good, having been in. */
const ENDED: readonly string[] = ['left', 'duplicate', 'ended', 'removed', 'lifetime', 'offline']
/** Ends a connection for good, the room having said no. */
const REFUSED: readonly string[] = ['expired', 'forged', 'malformed', 'missing', 'origin', 'full', 'protocol', 'too_fast']

/** What a closed connection means: the room's own word is final, anything else is the network and worth another try. */
export function verdict(reason: string): { state: 'left' | 'refused' | 'again'; reason: Reason } {
  if (ENDED.includes(reason)) return { state: 'left', reason: reason as Reason }
  if (REFUSED.includes(reason)) return { state: 'refused', reason: reason as Reason }
  return { state: 'again', reason: 'restarting' }
}

/** A message of the server, or null for anything this page is too old to know. */
export function read(raw: unknown): ServerMessage | null {
  if (typeof raw !== 'string') return null
  try {
    const message = JSON.parse(raw) as ServerMessage
    return typeof message === 'object' && message !== null && typeof message.type === 'string' ? message : null
  } catch {
    return null
  }
}
