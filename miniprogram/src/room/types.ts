/** The API of the room module: one participant's place in one room, as a call page sees it. */

/** `knocking`: waiting for the host. `refused` and `left` are final; all else may come and go. */
export type RoomState = 'idle' | 'knocking' | 'in' | 'reconnecting' | 'left' | 'refused'

/**
 * Why the room said no or ended; the page turns it into words for people.
 * `duplicate`: the same person came in from another page. `ended`: the host closed the room.
 * `expired`, `forged`, `origin`, `missing`: the room cookie is no longer (or never was) good.
 * `full`, `lifetime`: limits. `removed`: the host asked this person to leave. `offline`: gave up reconnecting.
 */
export type Reason =
  | 'duplicate' | 'ended' | 'expired' | 'forged' | 'malformed' | 'missing' | 'origin'
  | 'full' | 'lifetime' | 'removed' | 'restarting' | 'protocol' | 'too_fast' | 'left' | 'offline'

export interface Person {
  readonly id: string
  readonly name: string
  readonly role: 'host' | 'guest'
  /** Media of this person are connected; false while they drop out and come back. */
  readonly connected: boolean
  readonly muted: boolean
  readonly camera: boolean
}

export interface RoomEvents {
  /** `reason` is set for `left` and `refused`. */
  state(state: RoomState, reason: Reason | null): void
  /** Host only: who waits outside, oldest first. */
  knock(waiting: readonly Person[]): void
  /** The others who are in; empty before admission. Never includes oneself. */
  people(people: readonly Person[]): void
  /** A person's picture and sound; null once they are gone. The same stream stays while they reconnect. */
  remote(participantId: string, stream: MediaStream | null): void
  /** The network is too weak for a steady picture (true) or has recovered (false). */
  weak(weak: boolean): void
}

export interface RoomOptions {
  /** Same-origin path or ws(s) URL of the signalling, e.g. `/media/signalling`. */
  readonly signallingUrl: string
  /** Asked after each loss, as the room may have moved to another node; without it the room stays where it was. */
  readonly findAgain?: () => Promise<string>
  /** Camera and microphone; null to watch and listen only. The room never stops these tracks; the page owns them. */
  readonly local: MediaStream | null
  /** `relay` forces TURN; the default is `all`. */
  readonly transport?: 'all' | 'relay'
  readonly on: Partial<RoomEvents>
}

export interface Room {
  readonly state: RoomState
  /** Who I am, from the grant; null until the room has answered. */
  readonly me: Person | null
  /** Connects and knocks. Resolves when `in`; rejects with the Reason when refused or left first. */
  join(): Promise<void>
  leave(): void
  /** Host only: lets a waiting guest in. */
  admit(participantId: string): void
  /** Host only: sends someone (waiting or in) away. */
  remove(participantId: string): void
  /** Host only: ends the room for everybody at once. */
  end(): void
  setMuted(muted: boolean): void
  setCamera(on: boolean): void
  /** Camera flip: sends another track without renegotiation; null sends none. */
  replaceVideoTrack(track: MediaStreamTrack | null): Promise<void>
}
