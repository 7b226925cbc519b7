import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"

/** A file of bytes in a folder of its own, for other programs to read. */
export function layDown(pdf: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), "banxin-pdf-")), "page.pdf")
  writeFileSync(file, pdf)
  return file
}

/** What a program prints. Throws when it is missing or fails: a reader that is not there is no proof. */
export function ask(program: string, ...args: readonly string[]): string {
  const options = { encoding: "utf8", maxBuffer: 1 << 28 } as const
  return execFileSync(program, [...args], { ...options, stdio: ["ignore", "pipe", "ignore"] })
}

/** Exit code and all that a program says. Throws when it is missing. */
export function judge(program: string, ...args: readonly string[]): { code: number; said: string } {
  const ran = spawnSync(program, [...args], { encoding: "utf8", maxBuffer: 1 << 28 })
  if (ran.error) throw ran.error
  return { code: ran.status ?? -1, said: ran.stdout + ran.stderr }
}

/** A character where a reader sees it: pt from the media box's top left, y down. */
export interface SeenCharacter {
  readonly char: string
  readonly x: number
  readonly y: number
}

/**
 * Every character of a file where MuPDF sees it, in the order of the content. Of a letter in a line
 * that runs down MuPDF tells the far end of its own advance, which is not the file's (W2): it stands
 * at the lower left corner of its quad.
 */
export function seenCharacters(file: string): readonly SeenCharacter[] {
  const stext = ask("mutool", "draw", "-q", "-F", "stext", file)
  const corner = /quad="\S+ \S+ \S+ \S+ (?<x>\S+) \S+ \S+ (?<y>\S+)"/
  const origin = / x="(?<x>[^"]+)" y="(?<y>[^"]+)"/
  return stext.split("<line ").flatMap((line) => {
    const at = /wmode="1"/.test(line) ? corner : origin
    return [...line.matchAll(/<char (quad=[^>]*?) c="([^"]*)"/g)].map(([, places, char]) => {
      const { x, y } = at.exec(places!)!.groups!
      return { char: unescaped(char!), x: Number(x), y: Number(y) }
    })
  })
}

/** The text that Poppler and MuPDF give back, without the white space that readers put between lines. */
export function readBack(file: string): { poppler: string; mupdf: string } {
  const plain = (text: string): string => text.replace(/\s/g, "")
  return {
    poppler: plain(ask("pdftotext", "-raw", file, "-")),
    mupdf: plain(ask("mutool", "draw", "-q", "-F", "txt", file)),
  }
}

/** One printing plate: how much ink each dot has, 0 to 255. */
export interface PrintedPlate {
  readonly width: number
  readonly height: number
  readonly ink: Uint8Array
}

/**
 * The plates that Ghostscript makes of a file's first page, by ink: Cyan, Magenta, Yellow, Black, and
 * the names of spots. They are rastered so many times finer and made coarse again.
 */
export async function platesIn(
  file: string,
  dpi: number,
  finer = 1,
): Promise<Map<string, PrintedPlate>> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-plates-"))
  const out = `-sOutputFile=${join(folder, "p%d.tif")}`
  const fineness = [`-r${dpi * finer}`, `-dDownScaleFactor=${finer}`]
  ask("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", ...fineness, out, file)
  const plates = new Map<string, PrintedPlate>()
  for (const name of readdirSync(folder)) {
    const ink = /^p1\((.*)\)\.tif$/.exec(name)?.[1]
    if (ink === undefined) continue
    const image = sharp(join(folder, name)).toColourspace("b-w").raw()
    const { data, info: size } = await image.toBuffer({ resolveWithObject: true })
    const dots = new Uint8Array(size.width * size.height)
    for (let i = 0; i < dots.length; i++) dots[i] = 255 - data[i * size.channels]!
    plates.set(decodeURIComponent(ink), { width: size.width, height: size.height, ink: dots })
  }
  return plates
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
}
