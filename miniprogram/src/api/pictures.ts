/** Pictures go up as raw bytes and come down behind the session token, so an <image> cannot ask for them itself. */
import { heardFetch, ownHeaders } from '@/api/client'
import { ORIGIN } from '@/api/origin'
import { offlineProblem, problemFrom } from '@/api/problem'
import { WireHeaders, WireRequest } from '@/api/shapes'
import { USUAL_WAIT } from '@/api/wire'
import { pathFor } from '@/platform/files'

/** Uploads a JPEG or PNG under `key` and gives its id. Throws Problem. */
export async function uploadPicture(bytes: ArrayBuffer, key: string): Promise<string> {
  const headers = new WireHeaders({ ...(await ownHeaders('POST', key)), 'Content-Type': kindOf(bytes) })
  return sendBytes(new WireRequest(`${ORIGIN}/api/uploads`, { method: 'POST', headers, body: bytes }))
}

/** The id of what the bytes in the request's body made. Throws Problem. */
export async function sendBytes(request: WireRequest, wait = USUAL_WAIT): Promise<string> {
  const response = await heardFetch(request, 'text', wait).catch(() => {
    throw offlineProblem()
  })
  const text = await response.text()
  const answer: unknown = text.startsWith('{') ? JSON.parse(text) : null
  if (!response.ok) throw problemFrom(response.status, answer)
  return (answer as { id: string }).id
}

const shown = new Map<string, Promise<string>>()

/** A path an <image> can show; fetched once while the app runs. Rejects with Problem. */
export function picturePath(id: string, size?: 'thumb'): Promise<string> {
  const name = `${id}${size ?? ''}`
  const known = shown.get(name)
  if (known) return known
  const fetched = fetchPicture(id, size)
  shown.set(name, fetched)
  fetched.catch(() => shown.delete(name))
  return fetched
}

/** Nobody after this person may see them. */
export function forgetPictures(): void {
  shown.clear()
}

async function fetchPicture(id: string, size?: 'thumb'): Promise<string> {
  const query = size ? `?size=${size}` : ''
  return pathFor(await download(`/api/uploads/${id}${query}`), 'image/jpeg')
}

/** The bytes of a file behind the session token. Throws Problem. */
export async function download(path: string, wait = USUAL_WAIT): Promise<ArrayBuffer> {
  const request = new WireRequest(ORIGIN + path, { headers: new WireHeaders(await ownHeaders('GET')) })
  const response = await heardFetch(request, 'arraybuffer', wait).catch(() => {
    throw offlineProblem()
  })
  const bytes = await response.arrayBuffer()
  if (!response.ok) throw problemFrom(response.status, refusalIn(bytes))
  return bytes
}

/** A refusal comes as JSON even where a file was asked for. */
function refusalIn(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function kindOf(bytes: ArrayBuffer): string {
  const start = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength))
  return start[0] === 0x89 && start[1] === 0x50 ? 'image/png' : 'image/jpeg'
}
