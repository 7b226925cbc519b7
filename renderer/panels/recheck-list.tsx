import { useState, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { RecheckedMark } from "../../layouts/proof/recheck.ts"
import { idsTold } from "../../layouts/proof/round-records.ts"
import { jumpTo } from "../state/jump.ts"
import { chooseMark } from "../state/mark-deeds.ts"
import type { Means } from "../state/means.ts"
import { tellIds, type Standing } from "../state/round-deeds.ts"
import { rounds } from "../state/rounds.ts"
import { useSay } from "./rounds-say.ts"
import { SIGNS } from "../../layouts/proof/signs.ts"

/**
 * The marks of the last round gone through again (核红), and the changes that nobody asked for. Up
 * and down go from mark to mark and show each on the page; the space bar says that it was looked at.
 */
export function RecheckList({
  standing,
  means,
}: {
  readonly standing: Standing
  readonly means: Means
}) {
  const { t } = useTranslation()
  const [at, setAt] = useState(0)
  const { kept } = useStore(rounds)
  const { recheck, page } = standing
  if (!recheck) return null
  const { marks, unauthorised } = recheck
  const seen = idsTold(kept.records, page.page.id, "seen")
  const step = (to: number): void => {
    const next = Math.min(Math.max(0, to), marks.length - 1)
    setAt(next)
    if (marks[next]) chooseMark(marks[next].mark.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = marks[at]
    if (event.key === "ArrowDown") step(at + 1)
    else if (event.key === "ArrowUp") step(at - 1)
    else if (event.key === "Enter") step(at)
    else if (event.key === " " && chosen && needsEye(chosen) && !seen.has(chosen.mark.id))
      void tellIds("seen", page.page.id, { ids: [chosen.mark.id], means })
    else return
    event.preventDefault()
  }
  return (
    <section className="rounds-recheck">
      <h3>{t("rounds.recheck", { marks: marks.length, changes: unauthorised.length })}</h3>
      <ul role="listbox" aria-label={t("rounds.rechecked")} tabIndex={0} onKeyDown={onKeyDown}>
        {marks.map((one, i) => (
          <MarkLine
            key={one.mark.id}
            {...{ one, chosen: i === at, seen: seen.has(one.mark.id) }}
            onChoose={() => step(i)}
          />
        ))}
      </ul>
      {unauthorised.map(({ article, before, after, from }, i) => (
        <button
          key={i}
          type="button"
          className="rounds-unasked"
          onClick={() => jumpTo({ article, paragraph: from.paragraph, from: from.offset })}
        >
          {t("rounds.unasked", { before: before || "∅", after: after || "∅" })}
        </button>
      ))}
    </section>
  )
}

function needsEye({ verdict }: RecheckedMark): boolean {
  return verdict === "seen" || verdict === "missing"
}

interface MarkLineProps {
  readonly one: RecheckedMark
  readonly chosen: boolean
  readonly seen: boolean
  readonly onChoose: () => void
}

function MarkLine({ one, chosen, seen, onChoose }: MarkLineProps) {
  const { t } = useTranslation()
  const say = useSay()
  const { mark, verdict, reason } = one
  const put = "text" in mark.payload ? ` → ${mark.payload.text}` : ""
  return (
    <li
      role="option"
      aria-selected={chosen}
      className={`rounds-mark ${seen ? "looked-at" : verdict}`}
      onClick={onChoose}
    >
      <b>{say(SIGNS[mark.sign].name)}</b>
      <span>{`${mark.quote.text}${put}`}</span>
      <em>{seen ? t("rounds.verdict.looked") : t(`rounds.verdict.${verdict}`, { reason })}</em>
    </li>
  )
}
