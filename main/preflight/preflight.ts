import { done, type Result } from "../result.ts"
import { checkFile } from "./checks/file.ts"
import type { Sheet } from "./checks/inks.ts"
import { checkMark } from "./checks/marks.ts"
import { checkMetadata, claimsOf } from "./checks/metadata.ts"
import { checkPage, checkSizes, printedOf, trimOf, type CheckedPage } from "./checks/page.ts"
import {
  checkResolution,
  lookAtPicture,
  tellOfPicture,
  type PictureLook,
} from "./checks/pictures.ts"
import { showPage } from "./paint/content.ts"
import type { PictureMark } from "./paint/marks.ts"
import type { Profile } from "./profile.ts"
import { boxesOf, MOST_PAGES, pagesOf } from "./read/pages.ts"
import { openPdf, type PdfFile } from "./read/pdf-file.ts"
import type { Stream } from "./read/values.ts"
import { trayFor, type PdfFinding, type Tray } from "./report.ts"
import type { Standard } from "../export/pdf/standard.ts"

/** What preflight says of a file. */
export interface PreflightReport {
  /** What it was held against. */
  readonly standard: Standard
  readonly condition: string
  /** What the file says it is made to; null for nothing. */
  readonly claim: string | null
  readonly version: string
  readonly pages: number
  readonly findings: readonly PdfFinding[]
}

/** How a profile is found for a file, by what the file claims. */
export type ProfileFor = (claim: string | null) => Profile

/** The standard that a file's own claim names; `proof` for no claim that is known here. */
export function standardClaimed(claim: string | null): Standard {
  if (claim?.startsWith("PDF/X-1a")) return "x1a"
  return claim?.startsWith("PDF/X-4") ? "x4" : "proof"
}

/**
 * Looks through a PDF that anyone wrote for what a press would stumble over. A fault for a file that
 * is no PDF, is encrypted, or is cut off; any other file gets a report, however odd it is.
 */
export async function preflight(
  bytes: Uint8Array,
  profileFor: ProfileFor,
): Promise<Result<PreflightReport>> {
  const opened = openPdf(bytes)
  if (!opened.ok) return opened
  const file = opened.value
  const claims = claimsOf(file)
  const profile = profileFor(claims.claim)
  const pages = pagesOf(file).map((page, i): CheckedPage => ({
    ...{ number: i + 1, page },
    boxes: boxesOf(file, page),
  }))
  const trims = pages.map(({ boxes }) => trimOf(boxes))
  const tray = trayFor(profile.standard, trims)
  checkFile(file, profile, tray)
  checkMetadata(file, profile, claims, tray)
  checkSizes(trims, tray)
  const looks = new Map<Stream, PictureLook>()
  for (const checked of pages) await checkContent(file, checked, { profile, tray, looks })
  finish(file, pages.length, tray)
  return done({
    standard: profile.standard,
    condition: profile.condition.id,
    claim: claims.claim,
    version: file.version,
    pages: pages.length,
    findings: tray.findings(),
  })
}

interface Bench {
  readonly profile: Profile
  readonly tray: Tray
  /** What came of the pictures looked at so far. */
  readonly looks: Map<Stream, PictureLook>
}

async function checkContent(file: PdfFile, checked: CheckedPage, bench: Bench): Promise<void> {
  const { number, page, boxes } = checked
  const { profile, tray, looks } = bench
  checkPage(file, checked, tray)
  const sheet: Sheet = { number, printed: printedOf(boxes), profile, tray }
  const pictures: PictureMark[] = []
  let marks = 0
  const shown = showPage(file, page, boxes, (mark) => {
    marks += 1
    checkMark(sheet, mark)
    if (mark.kind !== "picture") return
    checkResolution(sheet, mark)
    if (pictures.length < MOST_PICTURES) pictures.push(mark)
  })
  for (const mark of pictures) {
    const look = looks.get(mark.stream) ?? (await lookAtPicture(file, mark, limitOf(profile)))
    looks.set(mark.stream, look)
    tellOfPicture(sheet, mark, look)
  }
  if (marks === 0)
    tray.add({
      ...{ rule: "page/blank", page: number },
      say: { zh: "页面是空白的。", en: "The page is blank." },
    })
  if (!shown.whole) tellOfCut(tray, number)
}

/** Places of pictures of one page that are looked at. */
const MOST_PICTURES = 5_000

function limitOf({ condition }: Profile): number {
  return condition.inkLimit
}

function tellOfCut(tray: Tray, page: number): void {
  tray.add({
    ...{ rule: "file/cut", page },
    say: {
      zh: "页面内容太多，只检查了前面一部分。",
      en: "The page has too much content; only its first part was checked.",
    },
  })
}

/** Says what was met while the file was read. */
function finish(file: PdfFile, pages: number, tray: Tray): void {
  if (pages >= MOST_PAGES)
    tray.add({
      rule: "file/cut",
      say: {
        zh: `只检查了前 ${MOST_PAGES} 页。`,
        en: `Only the first ${MOST_PAGES} pages were checked.`,
      },
    })
  const damage = file.damage()
  if (damage !== null || pages === 0)
    tray.add({
      rule: "file/damaged",
      say:
        pages === 0
          ? { zh: "文件没有页面。", en: "The file has no page." }
          : {
              zh: `文件有损坏之处（${damage}），设备可能读不出来。`,
              en: `The file is damaged in places (${damage}); a device may not read it.`,
            },
    })
}
