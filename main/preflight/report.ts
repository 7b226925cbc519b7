import type { Say, Severity } from "../../layouts/finding.ts"
import type { Rect } from "./read/pages.ts"
import type { Standard } from "../export/pdf/standard.ts"
import { RULES, type RuleId } from "./rules.ts"

/** A place on a page: pt, origin at the trim's top left, y down. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Something that preflight found in a PDF. */
export interface PdfFinding {
  readonly rule: RuleId
  readonly severity: Severity
  /** Counted from 1; null for the file as a whole. */
  readonly page: number | null
  /** The first place; null for the page or the file as a whole. */
  readonly rect: Place | null
  /** Up to twenty places of the same fault on the page, the first included. */
  readonly places: readonly Place[]
  /** How often the same fault stands on the page. */
  readonly count: number
  readonly say: Say
}

/** A fault as a check says it. */
export interface Fault {
  readonly rule: RuleId
  /** Absent for the file as a whole. */
  readonly page?: number
  /** In the page's own coordinates. */
  readonly box?: Rect
  readonly say: Say
}

/** Takes faults in; those that say the same of a page become one finding. */
export interface Tray {
  add(fault: Fault): void
  findings(): readonly PdfFinding[]
}

/** Findings that a report holds; what is beyond adds only to the counts. */
const MOST_FINDINGS = 2_000

const MOST_PLACES = 20

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

interface Draft {
  readonly fault: Fault
  readonly places: Place[]
  count: number
}

/** A tray for a standard's rules; `trims` are the pages' trims, from which places are measured. */
export function trayFor(standard: Standard, trims: readonly Rect[]): Tray {
  const drafts = new Map<string, Draft>()
  return {
    add(fault) {
      if (RULES[fault.rule].severity[standard] === null) return
      const key = `${fault.rule} ${fault.page ?? 0} ${fault.say.en}`
      const draft = drafts.get(key) ?? { fault, places: [], count: 0 }
      if (!drafts.has(key)) {
        if (drafts.size >= MOST_FINDINGS) return
        drafts.set(key, draft)
      }
      draft.count += 1
      const trim = fault.page === undefined ? undefined : trims[fault.page - 1]
      if (fault.box && trim && draft.places.length < MOST_PLACES)
        draft.places.push(placeOf(fault.box, trim))
    },
    findings: () =>
      [...drafts.values()]
        .map(({ fault, places, count }) => ({
          rule: fault.rule,
          severity: RULES[fault.rule].severity[standard]!,
          page: fault.page ?? null,
          rect: places[0] ?? null,
          places,
          count,
          say: fault.say,
        }))
        .sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.page ?? 0) - (b.page ?? 0)),
  }
}

function placeOf([left, bottom, right, top]: Rect, trim: Rect): Place {
  const round = (length: number): number => Math.round(length * 100) / 100
  return {
    x: round(left - trim[0]),
    y: round(trim[3] - top),
    width: round(right - left),
    height: round(top - bottom),
  }
}
