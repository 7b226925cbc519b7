import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import sharp from "sharp"
import { ask } from "./pdf-readers.ts"

/** Dots an inch at which two readers are compared. */
const DPI = 100

/**
 * Dots along the side of the squares whose ink is compared: readers smooth edges each in its own
 * way, and Poppler hands its plates over as a JPEG, which keeps the averages of such squares.
 */
const SQUARE = 8

/** The four inks of a page by squares, row by row, each 0 to 1. */
export interface InkedSquares {
  readonly across: number
  readonly ink: Float32Array
}

/** The pages of a file on the four plates, as Poppler and as MuPDF draw them. */
export async function drawnByBoth(
  file: string,
): Promise<{ readonly poppler: readonly InkedSquares[]; readonly mupdf: readonly InkedSquares[] }> {
  const folder = dirname(file)
  ask("pdftoppm", "-r", String(DPI), "-jpegcmyk", file, join(folder, "poppler"))
  const out = join(folder, "mupdf-%02d.pam")
  ask("mutool", "draw", "-q", "-r", String(DPI), "-c", "cmyk", "-F", "pam", "-o", out, file)
  const paths = (by: string): readonly string[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`${by}-`))
      .toSorted()
      .map((name) => join(folder, name))
  return {
    poppler: await Promise.all(paths("poppler").map(readPlates)),
    mupdf: paths("mupdf").map((path) => plainPlates(readFileSync(path))),
  }
}

/** The most that one ink of a square differs between two drawings, 0 to 1; 1 when sizes differ. */
export function apart(one: InkedSquares, other: InkedSquares): number {
  if (one.across !== other.across || one.ink.length !== other.ink.length) return 1
  return one.ink.reduce((most, ink, i) => Math.max(most, Math.abs(ink - other.ink[i]!)), 0)
}

/** The plates of a CMYK JPEG, its numbers as they are. */
async function readPlates(path: string): Promise<InkedSquares> {
  const { data, info: size } = await sharp(path)
    .pipelineColourspace("cmyk")
    .toColourspace("cmyk")
    .raw()
    .toBuffer({ resolveWithObject: true })
  return squaresOf(data, size)
}

/** The plates of a PAM file of four inks. */
function plainPlates(pam: Buffer): InkedSquares {
  const end = pam.indexOf("ENDHDR\n") + "ENDHDR\n".length
  const head = pam.toString("latin1", 0, end)
  const number = (name: string): number => Number(new RegExp(`${name} (\\d+)`).exec(head)![1])
  return squaresOf(pam.subarray(end), { width: number("WIDTH"), height: number("HEIGHT") })
}

function squaresOf(
  dots: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): InkedSquares {
  const across = Math.floor(width / SQUARE)
  const ink = new Float32Array(4 * across * Math.floor(height / SQUARE))
  for (let y = 0; y < height - (height % SQUARE); y += 1)
    for (let x = 0; x < across * SQUARE; x += 1) {
      const square = Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE)
      for (let plate = 0; plate < 4; plate += 1)
        ink[4 * square + plate]! += dots[4 * (y * width + x) + plate]! / (255 * SQUARE * SQUARE)
    }
  return { across, ink }
}
