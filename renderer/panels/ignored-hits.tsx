import { ChevronDown, ChevronRight, Undo2 } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { hitKey } from "../../layouts/issue/ignored.ts"
import { RULES } from "../../layouts/proof/checks/rules.ts"
import { useAtRest } from "../state/at-rest.ts"
import { heed } from "../state/hit-deeds.ts"

/** What was let stand (已忽略): by whom, when and why; each can be taken back. */
export function IgnoredHits() {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const room = useRef<HTMLElement>(null)
  useEffect(() => {
    if (open) room.current?.scrollIntoView({ block: "nearest" })
  }, [open])
  const ignored = useAtRest((state) => state.ignored)
  if (ignored.length === 0) return null
  const Sign = open ? ChevronDown : ChevronRight
  const english = i18n.language === "en"
  const nameOf = (rule: string): string =>
    Object.hasOwn(RULES, rule)
      ? RULES[rule as keyof typeof RULES].name[english ? "en" : "zh"]
      : rule
  return (
    <section className="ignored-hits" ref={room}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Sign size={14} />
        {t("checks.ignored", { count: ignored.length })}
      </button>
      {open && (
        <ul aria-label={t("checks.ignored", { count: ignored.length })}>
          {ignored.map((one) => (
            <li key={hitKey(one)}>
              <mark>{one.text}</mark>
              <span className="quiet">{nameOf(one.rule)}</span>
              <span className="quiet">
                {one.author} {new Date(one.at).toLocaleString(i18n.language, BRIEF)}
              </span>
              <button
                type="button"
                title={t("checks.heed")}
                aria-label={t("checks.heed")}
                onClick={() => heed(one)}
              >
                <Undo2 size={14} />
              </button>
              <span className="ignored-why">{one.reason}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const BRIEF = { dateStyle: "short", timeStyle: "short" } as const
