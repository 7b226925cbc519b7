import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Face } from "../../fonts/face.ts"
import { openFaces, wholeFont } from "../../fonts/shaping/open-face.ts"
import type { Finding } from "../../layouts/finding.ts"
import { done, fault, type Result } from "../result.ts"
import type { Shelved } from "./library.ts"
import { isWoff, unwoff } from "./unwoff.ts"

const FONT_FILE = /\.(ttf|otf|ttc|otc|woff)$/i

/** Names under which Chinese foundries file their 宋 黑 楷 仿宋. */
const FAMILY_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/fang|仿宋|zhuque/i, "fang"],
  [/kai|楷/i, "kai"],
  [/hei|sans|黑/i, "hei"],
  [/song|serif|ming|宋|明/i, "song"],
]

/** The user's own faces and what was found wrong with the others. */
export interface OwnFaces {
  readonly faces: readonly Shelved[]
  readonly findings: readonly Finding[]
}

/**
 * Loads the fonts (TTF, OTF, TTC, WOFF) of a folder, by file name.
 * A damaged file, or one whose licence bits (fsType) forbid embedding, is a finding and left out.
 */
export function loadOwnFaces(folder: string): Result<OwnFaces> {
  let names: string[]
  try {
    names = readdirSync(folder).filter((name) => FONT_FILE.test(name))
  } catch {
    return fault(`读不到字体文件夹：${folder}`, `The font folder cannot be read: ${folder}`)
  }
  const faces: Shelved[] = []
  const findings: Finding[] = []
  for (const name of names.sort()) {
    const opened = openFile(join(folder, name), name)
    if (opened.length === 0) findings.push(damaged(name))
    for (const face of opened) {
      if (mayEmbed(face)) faces.push(shelve(face))
      else findings.push(forbidden(name, face.postScriptName))
    }
  }
  return done({ faces, findings })
}

function openFile(path: string, name: string): readonly Face[] {
  try {
    const bytes = new Uint8Array(readFileSync(path))
    const font = wholeFont(isWoff(bytes) ? unwoff(bytes) : bytes)
    const faces = openFaces(font, (i) => `own:${name}${i ? `#${i}` : ""}`)
    for (const face of faces) tryOut(face)
    return faces
  } catch {
    return []
  }
}

/** Sets a few characters: a font that is damaged inside throws here and not on a page. */
function tryOut(face: Face): void {
  for (const text of ["版", "——", "A1，"]) {
    const { glyphs } = face.shape(text, [])
    for (const glyph of glyphs) face.ink(glyph)
  }
}

function mayEmbed(face: Face): boolean {
  return face.embedding !== "forbidden" && face.embedding !== "bitmapOnly"
}

function shelve(face: Face): Shelved {
  return { id: face.id, family: familyOf(face), weight: weightOf(face), open: () => face }
}

function familyOf(face: Face): string {
  const known = FAMILY_BY_NAME.find(([pattern]) =>
    pattern.test(`${face.id} ${face.postScriptName}`),
  )
  return known ? known[1] : face.postScriptName
}

/** Weight class 100 to 900 from OS/2; 400 when the font does not say. */
function weightOf(face: Face): number {
  const os2 = face.table("OS/2")
  if (!os2 || os2.byteLength < 6) return 400
  return new DataView(os2.buffer, os2.byteOffset).getUint16(4) || 400
}

function damaged(name: string): Finding {
  return {
    rule: "fonts/unreadable",
    severity: "warning",
    where: {},
    say: {
      zh: `字体文件 ${name} 已损坏或不是字体，未载入。`,
      en: `The font file ${name} is damaged or no font; it was not loaded.`,
    },
  }
}

function forbidden(name: string, face: string): Finding {
  return {
    rule: "fonts/embedding-forbidden",
    severity: "warning",
    where: {},
    say: {
      zh: `字体 ${face}（${name}）的许可禁止嵌入 PDF，未载入。`,
      en: `The licence bits of ${face} (${name}) forbid embedding in a PDF; it was not loaded.`,
    },
  }
}
