/** Camera, microphone, and a screen that stays on. */

/** What the page gets to use, and what to say when it is less than asked for. */
export interface Devices {
  stream: MediaStream | null
  note: string
}

type Facing = 'user' | 'environment'

const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }
const picture = (facing: Facing): MediaTrackConstraints => ({
  facingMode: facing,
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 20, max: 30 }
})

/** Camera and microphone; else the microphone; else nothing, in words. */
export async function openDevices(): Promise<Devices> {
  if (!navigator.mediaDevices?.getUserMedia) {
    return { stream: null, note: '这部手机的微信不能用摄像头，您可以看和听；也可以直接打电话。' }
  }
  const both = await ask({ audio: SOUND, video: picture('user') })
  if (both) return { stream: both, note: '' }
  const sound = await ask({ audio: SOUND })
  if (sound) return { stream: sound, note: '摄像头没打开，家人能听到您、看不到您。' }
  return { stream: null, note: '摄像头和话筒都没打开，您只能看和听。请在手机设置里允许使用。' }
}

/**
 * The other camera's track, put into `stream` in place of the old one; the same camera again where there is no other.
 * Phones open one camera at a time, so the old one is stopped first. Null when none opens any more.
 */
export async function otherCamera(stream: MediaStream, facing: Facing): Promise<MediaStreamTrack | null> {
  for (const old of stream.getVideoTracks()) {
    old.stop()
    stream.removeTrack(old)
  }
  const fresh = (await ask({ video: picture(facing) })) ?? (await ask({ video: true }))
  const track = fresh?.getVideoTracks()[0] ?? null
  if (track) stream.addTrack(track)
  return track
}

export function closeDevices(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** Keeps the screen on until the returned function is called; the lock is lost in the background and taken again. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let over = false
  const take = async (): Promise<void> => {
    if (over || document.visibilityState !== 'visible') return
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    if (over) void lock?.release()
  }
  void take()
  document.addEventListener('visibilitychange', take)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', take)
    void lock?.release()
  }
}

async function ask(constraints: MediaStreamConstraints): Promise<MediaStream | null> {
  return navigator.mediaDevices.getUserMedia(constraints).catch(() => null)
}
