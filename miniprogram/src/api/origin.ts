/** Where the server is: the H5 pages come from it; the mini-program is told at build time (VITE_ORIGIN). */
export const ORIGIN: string = import.meta.env.VITE_ORIGIN ?? ''
