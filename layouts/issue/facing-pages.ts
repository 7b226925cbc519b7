/**
 * Page ids as sheets: the pages of a section that face each other at the fold (通版), 2 and 3, 4 and
 * 5, share one, left page first; every other page has its own. A sheet stands where the first of its
 * pages is asked for.
 */
export function sheetsOf(ids: readonly string[]): readonly (readonly string[])[] {
  const taken = new Set<string>()
  return ids.flatMap((id) => {
    if (taken.has(id)) return []
    const partner = partnerOf(id)
    const pair = partner !== null && ids.includes(partner) ? [id, partner].sort(byNumber) : [id]
    for (const page of pair) taken.add(page)
    return [pair]
  })
}

/** The page across the fold; null for a first page and one without a number. */
function partnerOf(id: string): string | null {
  const [, section, digits] = /^(.*?)(\d+)$/.exec(id) ?? []
  const number = Number(digits ?? 0)
  return number < 2 ? null : `${section}${number % 2 === 0 ? number + 1 : number - 1}`
}

function byNumber(a: string, b: string): number {
  return Number(/\d+$/.exec(a)![0]) - Number(/\d+$/.exec(b)![0])
}
