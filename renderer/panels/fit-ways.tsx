import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { applyFit } from "../../layouts/edits/apply-fit.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { searchFits, type FitSuggestion } from "../../layouts/suggest-fits.ts"
import { perform, pressOf, showTrial } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { view } from "../state/view.ts"
import { LengthTag } from "./length-tag.tsx"

/**
 * A pause in what is done to the issue, ms, after which ways to fit are looked for anew: one trial
 * after another, so that a key that is pressed meanwhile is not waited for.
 */
const PAUSE = 400

/** What the ways are found for. */
export interface FitWaysProps {
  readonly article: Article
  /** Whether it has text over or lines empty as it stands. */
  readonly misfits: boolean
  /** One of them is shown on the page now. */
  readonly tried: boolean
  readonly means: Means
}

/** The ways that were found, and the issue that they were found for. */
interface Found {
  readonly issue: Issue
  readonly ways: readonly FitSuggestion[]
}

/** Ways to make an article fit, each with what comes of it: shown while pointed at, done when chosen. */
export function FitWays({ article: { id }, misfits, tried, means }: FitWaysProps) {
  const { t } = useTranslation()
  const english = useStore(view, (state) => state.language === "en")
  const issue = useStore(desk, (state) => state.issue)
  const breaks = useStore(desk, (state) => state.breaks)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (!issue || tried) return
    let timer = 0
    const search = searchFits(issue, id, pressOf(means), breaks)
    const look = (): void => {
      const step = search.next()
      if (step.done) setFound({ issue, ways: step.value })
      else timer = window.setTimeout(look)
    }
    timer = window.setTimeout(look, PAUSE)
    return () => clearTimeout(timer)
  }, [issue, id, breaks, tried, means])
  useEffect(() => () => showTrial(null), [])
  if (!found) return null
  const stale = !tried && found.issue !== issue
  const choose = ({ change }: FitSuggestion): void => {
    showTrial(null)
    perform(applyFit(id, change))
    setFound(null)
  }
  return (
    <ul className={stale ? "fit-ways stale" : "fit-ways"} aria-label={t("fit.ways")}>
      {found.ways.map((way) => (
        <li key={way.kind} data-way={way.kind}>
          <button
            type="button"
            disabled={stale}
            onPointerEnter={() => showTrial({ article: id, change: way.change })}
            onPointerLeave={() => showTrial(null)}
            onFocus={() => showTrial({ article: id, change: way.change })}
            onBlur={() => showTrial(null)}
            onClick={() => choose(way)}
          >
            <span>{english ? way.say.en : way.say.zh}</span>
            <LengthTag length={lengthAfter(way)} exact />
          </button>
        </li>
      ))}
      {found.ways.length === 0 && !stale && misfits && <li className="quiet">{t("fit.noWay")}</li>}
    </ul>
  )
}

function lengthAfter({ after }: FitSuggestion) {
  return { over: after.characters, overLines: 0, short: after.lines }
}
