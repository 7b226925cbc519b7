/** The desk's own scheme: a proper origin, unlike file:. */
export const DESK_SCHEME = "app"

const DESK_HOST = "desk"

/** The desk's first page. */
export const DESK_ADDRESS = `${DESK_SCHEME}://${DESK_HOST}/`

/**
 * Whether an address is of the desk. Protocol and host are compared, for Node's URL gives a scheme of
 * our own the origin "null".
 */
export function isOurs(address: string): boolean {
  try {
    const { protocol, host } = new URL(address)
    return protocol === `${DESK_SCHEME}:` && host === DESK_HOST
  } catch {
    return false
  }
}
