/** Which build this is; a constant at build time, so that the other platform's branch is left out. */
export const IN_WEIXIN = process.env.UNI_PLATFORM === 'mp-weixin'
