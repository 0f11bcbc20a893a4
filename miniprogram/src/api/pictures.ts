/** Pictures go up as raw bytes and come down behind the session token, so an <image> cannot ask for them itself. */
import { heardFetch, keyed, ownHeaders, said, server } from '@/api/client'
import { ORIGIN } from '@/api/origin'
import { offlineProblem, problemFrom } from '@/api/problem'
import { WireHeaders, WireRequest } from '@/api/shapes'
import type { Schema } from '@/api/types'
import { USUAL_WAIT } from '@/api/wire'
import { pathFor } from '@/platform/files'
import { pictureKind } from '@/platform/picture-kind'

type Kept = { id: string; sha256?: string | null }

/** Uploads a JPEG or PNG under `key` and gives its id. Throws Problem. */
export async function uploadPicture(bytes: ArrayBuffer, key: string): Promise<string> {
  return (await uploadWhole('/api/uploads', bytes, key)).id
}

/** How the offline queue's pictures travel (`offline/pieces.ts`). */
export const pictureWire = {
  whole: (bytes: ArrayBuffer, sha256: string, key: string) => uploadWhole(`/api/uploads?sha256=${sha256}`, bytes, key),
  begin: (announced: Schema<'AnnouncedIn'>, key: string) =>
    said(server.POST('/api/uploads/open', { params: { header: keyed(key) }, body: announced })),
  progress: (id: string) =>
    said(server.GET('/api/uploads/open/{open_upload_id}', { params: { path: { open_upload_id: id } } })),
  async piece(id: string, number: number, bytes: ArrayBuffer, sha256: string): Promise<Schema<'Progress'>> {
    const url = `${ORIGIN}/api/uploads/open/${id}/piece?number=${number}&sha256=${sha256}`
    const headers = new WireHeaders({ ...(await ownHeaders('PUT')), 'Content-Type': 'application/octet-stream' })
    return answerTo(new WireRequest(url, { method: 'PUT', headers, body: bytes }), patience(bytes))
  }
}

/** The id of what the bytes in the request's body made. Throws Problem. */
export async function sendBytes(request: WireRequest, wait = USUAL_WAIT): Promise<string> {
  return (await answerTo<Kept>(request, wait)).id
}

async function uploadWhole(path: string, bytes: ArrayBuffer, key: string): Promise<Kept> {
  const kind = pictureKind(bytes) ?? 'image/jpeg'
  const headers = new WireHeaders({ ...(await ownHeaders('POST', key)), 'Content-Type': kind })
  return answerTo<Kept>(new WireRequest(ORIGIN + path, { method: 'POST', headers, body: bytes }), patience(bytes))
}

async function answerTo<T>(request: WireRequest, wait: number): Promise<T> {
  const response = await heardFetch(request, 'text', wait).catch(() => {
    throw offlineProblem()
  })
  const text = await response.text()
  const answer: unknown = text.startsWith('{') ? JSON.parse(text) : null
  if (!response.ok) throw problemFrom(response.status, answer)
  return answer as T
}

/** Half of 64 kbit/s is still waited for. */
function patience(bytes: ArrayBuffer): number {
  return USUAL_WAIT + bytes.byteLength / 4
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
