export { createRoom } from './room'
export type { Person, Reason, Room, RoomEvents, RoomOptions, RoomState } from './types'
