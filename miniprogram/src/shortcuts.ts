/** Paths short enough to print or say, and the pages they stand for (H5 only). */
const PAGES: Record<string, string> = {
  '/demo': '/pages/demo',
  '/check': '/office/check',
  '/invitation': '/office/invitation'
}

/** Puts the real path in place before the router looks; query and fragment stay. */
export function followShortcut(): void {
  const page = PAGES[location.pathname.replace(/\/$/, '')]
  if (page) history.replaceState(history.state, '', page + location.search + location.hash)
}
