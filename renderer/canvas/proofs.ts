import type { PictureLook } from "./tile.ts"

/** Decoded pixels that one worker keeps, bytes. */
const MOST_BYTES = 48 * 1024 * 1024

/** Widths in which pictures are asked for: powers of two, so that a zoom step seldom needs another. */
const WIDTHS = { least: 128, most: 4096 } as const

interface Proof {
  readonly bitmap: ImageBitmap
  /** The width that it was asked for; the bitmap is narrower when the picture itself is. */
  readonly width: number
}

/** Pictures as a screen needs them: small proofs, fetched when they are first painted. */
export interface Proofs {
  /** Where the proofs are had from now on. */
  at(address: string, look: PictureLook): void
  /** A picture to be shown so many device pixels wide; a coarser one, or null, until it comes. */
  picture(id: string, width: number): ImageBitmap | null
  /** True when what was last given for a picture will be bettered by one that is on its way. */
  awaits(id: string): boolean
}

/** Opens a store of proofs; `onCome` hears of every picture that came. */
export function openProofs(onCome: (id: string) => void): Proofs {
  const held = new Map<string, Proof>()
  const coming = new Map<string, number>()
  /** Pictures that could not be had at a width, so that they are not asked for again and again. */
  const refused = new Map<string, number>()
  let source = { address: "", look: "print" as PictureLook }

  const fetchProof = async (id: string, width: number): Promise<void> => {
    coming.set(id, width)
    const from = source
    const bitmap = await bitmapAt(`${from.address}/${id}/${from.look}/${width}`)
    if (source !== from) return bitmap?.close()
    coming.delete(id)
    if (bitmap) {
      held.get(id)?.bitmap.close()
      held.delete(id)
      held.set(id, { bitmap, width })
      evict(held)
    } else refused.set(id, width)
    onCome(id)
  }

  return {
    at(address, look) {
      source = { address, look }
      for (const { bitmap } of held.values()) bitmap.close()
      held.clear()
      coming.clear()
      refused.clear()
    },
    picture(id, shown) {
      const width = widthFor(shown)
      const proof = held.get(id)
      const known = Math.max(proof?.width ?? 0, coming.get(id) ?? 0, refused.get(id) ?? 0)
      if (known < width && source.address !== "") void fetchProof(id, width)
      if (proof) {
        held.delete(id)
        held.set(id, proof)
      }
      return proof?.bitmap ?? null
    },
    awaits: (id) => coming.has(id),
  }
}

function widthFor(shown: number): number {
  const power = 2 ** Math.ceil(Math.log2(Math.max(1, shown)))
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, power))
}

async function bitmapAt(address: string): Promise<ImageBitmap | null> {
  try {
    const answer = await fetch(address)
    return answer.ok ? await createImageBitmap(await answer.blob()) : null
  } catch {
    return null
  }
}

/** Lets go of the pictures that were painted longest ago. */
function evict(held: Map<string, Proof>): void {
  const bytes = ({ bitmap }: Proof): number => 4 * bitmap.width * bitmap.height
  let total = [...held.values()].reduce((sum, proof) => sum + bytes(proof), 0)
  for (const [id, proof] of held) {
    if (total <= MOST_BYTES || held.size === 1) return
    total -= bytes(proof)
    proof.bitmap.close()
    held.delete(id)
  }
}
