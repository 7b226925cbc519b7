import type { Family } from "./families.ts"

/** A face that the registry knows: shipped or loaded by the user. */
export interface Registered {
  readonly id: string
  readonly family: string
  readonly weight: number
}

/** Families tried when a face lacks a character or a family has no face at all, best first. */
const FALLBACK: Readonly<Record<Family, readonly Family[]>> = {
  song: ["song", "hei", "kai"],
  hei: ["hei", "song", "kai"],
  kai: ["kai", "song", "hei"],
  fang: ["fang", "kai", "song", "hei"],
}

/**
 * The faces to try for a family and weight, best first: in each family of the fallback order the
 * nearest weight (the heavier of two equally near ones). A user's own family falls back to 宋.
 * Among faces of one family and weight the last registered wins, so a newsroom's own 仿宋 does.
 */
export function facesFor(
  registered: readonly Registered[],
  wish: { readonly family: string; readonly weight: number },
): readonly Registered[] {
  const order = Object.hasOwn(FALLBACK, wish.family)
    ? FALLBACK[wish.family as Family]
    : [wish.family, "song", "hei", "kai"]
  const chosen: Registered[] = []
  for (const family of order) {
    const nearest = nearestWeight(
      registered.filter((face) => face.family === family),
      wish.weight,
    )
    if (nearest) chosen.push(nearest)
  }
  return chosen
}

function nearestWeight(faces: readonly Registered[], weight: number): Registered | undefined {
  let best: Registered | undefined
  for (const face of faces) {
    const nearer = best ? Math.abs(face.weight - weight) - Math.abs(best.weight - weight) : -1
    if (nearer < 0 || (nearer === 0 && face.weight >= (best?.weight ?? 0))) best = face
  }
  return best
}
