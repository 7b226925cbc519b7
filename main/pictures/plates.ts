import type { Sharp } from "sharp"
import type { PrintingCondition } from "../conditions/condition.ts"
import { profileFile, SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import type { PictureBytes } from "../export/pdf/order.ts"
import type { OpenedPicture } from "./open.ts"

/** Which plates pictures are made for: black alone, or the four of a press by its profile's file. */
export type PicturePlates =
  { readonly kind: "black" } | { readonly kind: "process"; readonly profile: string }

/** The plates of a printing condition, black alone for none; a condition that is known by name alone is converted to by the newspaper's own profile. */
export function platesFor(condition: PrintingCondition | null): PicturePlates {
  if (condition === null) return { kind: "black" }
  return {
    kind: "process",
    profile: profileFile(condition) ?? profileFile(SHIPPED_CONDITIONS[0]!)!,
  }
}

/** Which plates a picture lies on: a grey one on black alone, whatever the press has. */
export function spaceOn(
  { channels, space }: OpenedPicture,
  plates: PicturePlates,
): PictureBytes["space"] {
  const grey = channels < 3 || space === "b-w" || space === "grey16"
  return plates.kind === "black" || grey ? "gray" : "cmyk"
}

/**
 * A picture on its plates. A grey picture stays grey; CMYK keeps its numbers, and no ink is its
 * white; everything else goes through its own profile, or sRGB, to the press's.
 * Naming the colour space beside the profile would convert twice. Source: reference/pdf.md C.6
 */
export function onPlates(pixels: Sharp, opened: OpenedPicture, plates: PicturePlates): Sharp {
  const { space, deep, profile } = opened
  if (plates.kind === "black" || spaceOn(opened, plates) === "gray") return onBlackPlate(pixels)
  if (space === "cmyk")
    return pixels
      .pipelineColourspace("cmyk")
      .flatten({ background: { r: 0, g: 0, b: 0 } })
      .toColourspace("cmyk")
  // sharp takes 16 bits without a profile for Display P3 unless it is told that they are sRGB.
  const known = deep && !profile ? pixels.pipelineColourspace("srgb") : pixels
  return known.flatten({ background: "white" }).withIccProfile(plates.profile, { attach: false })
}

/** A picture as the black plate takes it: no transparency, one grey. */
export function onBlackPlate(pixels: Sharp): Sharp {
  return pixels.flatten({ background: "white" }).toColourspace("b-w")
}
