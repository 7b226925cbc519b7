import { BellOff, Check, PenLine } from "lucide-react"
import { memo, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { isWaiting } from "../../layouts/issue/mark.ts"
import { RULES } from "../../layouts/proof/checks/rules.ts"
import { desk } from "../state/desk.ts"
import { chooseHit, ignore, takeUp, takingUp } from "../state/hit-deeds.ts"
import { isMarked, stretchOf, type ListedHit } from "../state/hit-list.ts"
import { preferences } from "../state/preferences.ts"
import { rounds } from "../state/rounds.ts"
import { view } from "../state/view.ts"
import "../style/proof.css"
import { textAt } from "../text/place.ts"
import { SIGN } from "./finding-row.tsx"
import { RowField } from "./row-field.tsx"

/** Characters shown on each side of the words at fault. */
const ROUND = 6

interface HitRowProps {
  readonly hit: ListedHit
  readonly chosen: boolean
}

/** One hit: the words at fault among their neighbours and what could stand there; a click goes there. */
export const HitRow = memo(function HitRow({ hit, chosen }: HitRowProps) {
  const { t, i18n } = useTranslation()
  const { finding, article, page } = hit
  const { severity, suggest, text, rule } = finding
  const Sign = SIGN[severity]
  const { from, to, ...place } = stretchOf(finding)
  const whole = textAt(article, place)
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: "nearest" })
  }, [chosen])
  return (
    <div
      ref={row}
      role="option"
      aria-selected={chosen}
      className={`hit-row${chosen ? " chosen" : ""}`}
      data-rule={rule}
      onClick={() => chooseHit(hit)}
    >
      <Sign size={14} className={severity} aria-label={t(`findings.${severity}`)} />
      <span className="hit-words">
        {whole.slice(Math.max(0, from - ROUND), from)}
        <mark>{text}</mark>
        {whole.slice(to, to + ROUND)}
      </span>
      <b className="hit-put">
        {suggest[0] !== undefined && `→ ${suggest[0] || t("checks.takeOut")}`}
      </b>
      <span className="quiet">{RULES[rule].name[i18n.language === "en" ? "en" : "zh"]}</span>
      <span className="quiet">{page ?? t("checks.noPage")}</span>
      {chosen && <HitDeeds hit={hit} />}
    </div>
  )
})

/** Why it is a hit, where that is written, and what can be done: take it up, or let it stand. */
function HitDeeds({ hit }: Pick<HitRowProps, "hit">) {
  const { t, i18n } = useTranslation()
  const { say, rule, suggest } = hit.finding
  const english = i18n.language === "en"
  const tool = useStore(view, (state) => state.tool)
  useStore(preferences, (state) => state.set?.person)
  useStore(rounds, (state) => state.kept)
  const marks = useStore(desk, (state) => state.marks)
  const taking = takingUp(hit.article.id, { tool })
  const marking = taking === "mark"
  const marked = marking && isMarked(hit, marks.filter(isWaiting))
  const choices = suggest.length === 0 && marking ? [null] : suggest
  return (
    <div className="hit-deeds" onClick={(event) => event.stopPropagation()}>
      <p>
        {english ? say.en : say.zh}
        <span className="quiet"> {RULES[rule].source}</span>
      </p>
      <div className="mark-deeds">
        {choices.map((put, i) => (
          <button
            key={put}
            type="button"
            disabled={marked || taking === "nothing"}
            aria-keyshortcuts={i === 0 ? "Enter" : `${i + 1}`}
            title={i === 0 ? "Enter" : `${i + 1}`}
            onClick={() => takeUp(hit, put)}
          >
            {marking ? <PenLine size={14} /> : <Check size={14} />}
            {marked
              ? t("checks.marked")
              : put === null
                ? t("checks.note")
                : t(marking ? "checks.mark" : "checks.change", { put: put || t("checks.takeOut") })}
          </button>
        ))}
      </div>
      <IgnoreField hit={hit} />
    </div>
  )
}

/** Asks why a hit is let stand; without a reason it is not. */
function IgnoreField({ hit }: Pick<HitRowProps, "hit">) {
  const { t } = useTranslation()
  return (
    <div className="hit-ignore">
      <RowField
        icon={<BellOff size={14} />}
        label={t("checks.ignoreWhy")}
        name="ignore"
        needed
        onSay={(reason) => ignore(hit, reason)}
      />
    </div>
  )
}
