import type { IncomingMessage } from "node:http"

/**
 * The status that refuses a request, null for one from our own page. The exact Host stops DNS
 * rebinding; Origin and Sec-Fetch-Site stop other pages of the same browser.
 */
export function refusalOf(request: IncomingMessage, host: string, origin: string): number | null {
  const { headers } = request
  if (headers.host !== host) return 421
  if (headers.origin !== undefined && headers.origin !== origin) return 403
  const site = headers["sec-fetch-site"]
  return site === undefined || site === "same-origin" || site === "none" ? null : 403
}
