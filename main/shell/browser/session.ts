import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

/** How long a ticket may wait to be used, ms. */
const TICKET_LIFE = 60_000

/** Who may talk to this host: whoever swapped the one ticket for the secret. */
export interface Session {
  /** 256 bits, single use. It stands in the browser's command line, so it must be worth nothing later. */
  readonly ticket: string
  /** The secret for the ticket; "spent" for a ticket that was used, null for a wrong or old one. */
  redeem(ticket: string): { readonly secret: string } | "spent" | null
  admits(secret: string): boolean
}

/** A fresh session. `now` tells the time in ms. */
export function openSession(now: () => number = Date.now): Session {
  const ticket = randomBytes(32).toString("base64url")
  const secret = randomBytes(32).toString("base64url")
  const ends = now() + TICKET_LIFE
  let spent = false
  return {
    ticket,
    redeem(given) {
      if (!same(given, ticket)) return null
      if (spent) return "spent"
      if (now() > ends) return null
      spent = true
      return { secret }
    },
    admits: (given) => same(given, secret),
  }
}

/** Compares in the same time whatever is wrong. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
