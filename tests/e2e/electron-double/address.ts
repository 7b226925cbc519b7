/**
 * Chromium knows no scheme of ours, so `app://desk/x` is `https://desk.app.invalid/x` in the page. The
 * top-level name `invalid` never resolves. Source: RFC 2606 2.
 */
const END = ".invalid"

/** The address that Chromium is given for one of Electron's. */
export function pageAddress(address: string): string {
  const own = /^([a-z]+):\/\/([^/]*)(.*)$/.exec(address)
  if (!own || isOfTheWeb(own[1]!)) return address
  return `https://${own[2]}.${own[1]}${END}${own[3]}`
}

/** The address that Electron would have told for one of Chromium's. */
export function electronAddress(address: string): string {
  const page = /^https:\/\/([^/]*)\.([a-z]+)\.invalid(\/.*)?$/.exec(address)
  return page ? `${page[2]}://${page[1]}${page[3] ?? "/"}` : address
}

function isOfTheWeb(scheme: string): boolean {
  return ["http", "https", "file", "chrome", "devtools"].includes(scheme)
}
