import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

/** How long a ticket may wait to be used, ms. */
const TICKET_LIFE = 60_000

/** Who may talk to this host: whoever swapped a ticket for the secret. */
export interface Session {
  /**
   * A ticket for one more window: 256 bits, single use. It stands in the browser's command line, so
   * it must be worth nothing later.
   */
  newTicket(): string
  /** The secret for a ticket; "spent" for one that was used, null for a wrong or old one. */
  redeem(ticket: string): { readonly secret: string } | "spent" | null
  admits(secret: string): boolean
}

/** A ticket that was given out. */
interface Ticket {
  readonly text: string
  readonly ends: number
  spent: boolean
}

/** A fresh session. `now` tells the time in ms. */
export function openSession(now: () => number = Date.now): Session {
  const secret = freshSecret()
  const tickets: Ticket[] = []
  return {
    newTicket() {
      const text = freshSecret()
      tickets.push({ text, ends: now() + TICKET_LIFE, spent: false })
      return text
    },
    redeem(given) {
      const ticket = tickets.find(({ text }) => same(given, text))
      if (!ticket) return null
      if (ticket.spent) return "spent"
      if (now() > ticket.ends) return null
      ticket.spent = true
      return { secret }
    },
    admits: (given) => same(given, secret),
  }
}

/** 256 random bits. */
export function freshSecret(): string {
  return randomBytes(32).toString("base64url")
}

/** Whether two texts are the same, in the same time whatever differs. */
export function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
