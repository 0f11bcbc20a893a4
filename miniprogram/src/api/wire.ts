/** `fetch`, spoken over `uni.request`. */
import { WireHeaders, WireResponse, type WireRequest } from '@/api/shapes'

export type Answer = 'text' | 'arraybuffer'

/** Milliseconds that an ordinary answer may take, and that a whole file may. */
export const USUAL_WAIT = 20_000
export const FILE_WAIT = 600_000

/** Rejects with TypeError when nobody answered within `wait` ms, as fetch does. */
export function wireFetch(request: WireRequest, answer: Answer = 'text', wait = USUAL_WAIT): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    uni.request({
      url: request.url,
      method: request.method as 'GET',
      data: request.body as string | ArrayBuffer | undefined,
      header: Object.fromEntries(request.headers),
      dataType: 'text',
      responseType: answer,
      timeout: wait,
      success: (got) => {
        const headers = new WireHeaders(got.header as Record<string, string>)
        resolve(new WireResponse(got.statusCode, headers, got.data as string | ArrayBuffer))
      },
      fail: () => reject(new TypeError('no answer'))
    })
  })
}
