/** The one queue and the one set of copies of this app, on the platform's own shelf. */
import { pictureWire } from '@/api/pictures'
import { newKey } from '@/api/keys'
import { Queue } from '@/offline/queue'
import { Seen } from '@/offline/seen'
import { sendAct } from '@/offline/acts'
import type { Shelf } from '@/offline/shelf'
// #ifdef MP-WEIXIN
import { WeixinShelf, type WeixinStorage } from '@/offline/weixin-shelf'
// #endif
// #ifndef MP-WEIXIN
import { BrowserShelf } from '@/offline/browser-shelf'
// #endif

let shelf: Shelf
// #ifdef MP-WEIXIN
shelf = new WeixinShelf(wx as unknown as WeixinStorage)
// #endif
// #ifndef MP-WEIXIN
shelf = new BrowserShelf()
// #endif

export const queue = new Queue(shelf, { ...pictureWire, send: sendAct }, newKey)
export const seen = new Seen(shelf)
