/** One visit to the call room, from the ticket to the last word: what the page shows and what its buttons do. */
import { computed, reactive, shallowReactive, shallowRef } from 'vue'
import { enterRoom, type RoomPlace } from '@/api/calls'
import { wordsFor } from '@/api/problem'
import { closeDevices, keepAwake, openDevices, otherCamera } from '@/call/devices'
import { Loud } from '@/call/loud'
import { createRoom, type Person, type Reason, type Room, type RoomState } from '@/room'

export type Stage = 'entering' | 'ready' | 'room' | 'after' | 'failed'

export function useRoomSession() {
  const place = shallowRef<RoomPlace | null>(null)
  const local = shallowRef<MediaStream | null>(null)
  const streams = shallowReactive(new Map<string, MediaStream>())
  const view = reactive({
    stage: 'entering' as Stage,
    state: 'idle' as RoomState,
    reason: null as Reason | null,
    message: '',
    note: '',
    people: [] as readonly Person[],
    waiting: [] as readonly Person[],
    weak: false,
    interrupted: false,
    muted: false,
    camera: true,
    facing: 'user' as 'user' | 'environment',
    silent: false,
    loudest: false,
    talkedSeconds: 0
  })
  const loud = new Loud()
  let room: Room | null = null
  let talkingSince = 0
  let letSleep = () => {}

  /** Exchanges the ticket (or the cookie of an earlier exchange) and opens the camera. */
  async function enter(ticket: string): Promise<void> {
    try {
      place.value = await enterRoom(ticket)
      const devices = await openDevices()
      local.value = devices.stream
      watchForPhoneCalls(devices.stream)
      view.note = devices.note
      view.camera = Boolean(devices.stream?.getVideoTracks().length)
      view.stage = 'ready'
    } catch (error) {
      view.message = wordsFor(error)
      view.stage = 'failed'
    }
  }

  /** A phone call takes the microphone away: iOS mutes the track, others end it. Given back, nothing was lost. */
  function watchForPhoneCalls(stream: MediaStream | null): void {
    const microphone = stream?.getAudioTracks()[0]
    if (!microphone) return
    microphone.onmute = microphone.onended = () => (view.interrupted = true)
    microphone.onunmute = () => (view.interrupted = false)
  }

  /** From a tap: phones let sound play only after one. */
  function join(): void {
    if (!place.value) return
    view.stage = 'room'
    letSleep = keepAwake()
    room = createRoom({
      signallingUrl: place.value.signalling_path,
      findAgain: async () => (await enterRoom('')).signalling_path,
      local: local.value,
      on: { state: stateChanged, knock, people, remote, weak: (weak) => (view.weak = weak) }
    })
    // How it ends is told by the `state` event.
    room.join().catch(() => undefined)
  }

  function stateChanged(state: RoomState, reason: Reason | null): void {
    view.state = state
    countTalk()
    if (state !== 'left' && state !== 'refused') return
    view.reason = reason
    view.stage = 'after'
    close()
  }

  function knock(waiting: readonly Person[]): void {
    view.waiting = waiting
  }

  function people(now: readonly Person[]): void {
    view.people = now
    countTalk()
  }

  function remote(id: string, stream: MediaStream | null): void {
    if (stream) streams.set(id, stream)
    else streams.delete(id)
    loud.follow(streams)
  }

  /** The time with somebody else in the room; the log's own figure comes from the media node. */
  function countTalk(): void {
    const talking = view.state === 'in' && view.people.some((person) => person.connected)
    if (talking && !talkingSince) talkingSince = Date.now()
    if (!talking && talkingSince) {
      view.talkedSeconds += (Date.now() - talkingSince) / 1000
      talkingSince = 0
    }
  }

  function setMuted(muted: boolean): void {
    view.muted = muted
    room?.setMuted(muted)
  }

  function setCamera(on: boolean): void {
    view.camera = on
    room?.setCamera(on)
  }

  async function flip(): Promise<void> {
    if (!local.value) return
    view.facing = view.facing === 'user' ? 'environment' : 'user'
    const track = await otherCamera(local.value, view.facing)
    await room?.replaceVideoTrack(track)
  }

  function louder(): void {
    loud.louder(streams)
    view.silent = loud.active
    view.loudest = loud.loudest
  }

  function leave(): void {
    if (room) room.leave()
    else close()
  }

  function end(): void {
    room?.end()
  }

  function close(): void {
    closeDevices(local.value)
    loud.close()
    letSleep()
  }

  return {
    view,
    place,
    local,
    streams,
    host: computed(() => place.value?.role === 'host'),
    enter, join, setMuted, setCamera, flip, louder, leave, end,
    admit: (id: string) => room?.admit(id),
    remove: (id: string) => room?.remove(id)
  }
}
