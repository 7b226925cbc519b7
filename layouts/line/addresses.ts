const ADDRESS = /(?:https?:\/\/|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/**
 * 1 at every place between two characters of a web or mail address; null for most texts, which have
 * none: the cheap look first says so.
 */
export function addressesIn(text: string): Uint8Array | null {
  if (!/[@/]/.test(text)) return null
  const inside = new Uint8Array(text.length)
  for (const { 0: address, index } of text.matchAll(ADDRESS))
    inside.fill(1, index + 1, index + address.length)
  return inside
}

/**
 * Whether an address may end a line at an offset: after a slash, dot or sign between two of its
 * segments, never between the two slashes. Source: typography reference 1.4, URLs
 */
export function breaksAddress(text: string, at: number): boolean {
  return /[/.?&=_@-]/.test(text[at - 1]!) && /[A-Za-z0-9]/.test(text[at]!)
}
