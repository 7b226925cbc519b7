import { Button, Input, Segmented, Tooltip } from "antd"
import { CaseSensitive, ChevronDown, ChevronUp, Regex } from "lucide-react"
import { useEffect, useState, type KeyboardEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { goToHit, replaceHit, replaceHits, showHit } from "../app/find-deeds.ts"
import { caret } from "../state/caret.ts"
import { desk } from "../state/desk.ts"
import { find, search } from "../state/find.ts"
import { view } from "../state/view.ts"
import "../style/find.css"
import { hitAt, roundHit, type Scope } from "../text/find.ts"

/** A rest in typing, ms, after which is looked for what was typed. */
const REST = 150

/** Hits listed; more are counted and gone through. */
const LISTED = 200

/** Find and replace in headings and stories: this article, this page, the whole issue. */
export function FindPanel() {
  const { t } = useTranslation()
  const { words, replacement, fault, hits } = useStore(find)
  const [done, setDone] = useState<number | null>(null)
  useSearch()
  useEffect(() => setDone(null), [words])
  return (
    <section className="find" aria-label={t("find.title")}>
      <Input
        size="small"
        value={words}
        placeholder={t("find.words")}
        aria-label={t("find.words")}
        status={fault ? "error" : ""}
        suffix={<Ways />}
        onChange={(event) => find.setState({ words: event.target.value })}
        onKeyDown={(event) => onEnter(event, () => void goToHit(event.shiftKey ? -1 : 1))}
      />
      <Input
        size="small"
        value={replacement}
        placeholder={t("find.replacement")}
        aria-label={t("find.replacement")}
        onChange={(event) => find.setState({ replacement: event.target.value })}
        onKeyDown={(event) => onEnter(event, () => void replaceHit())}
      />
      <div className="find-row">
        <Button size="small" disabled={hits.length === 0} onClick={() => void replaceHit()}>
          {t("find.replace")}
        </Button>
        <Button
          size="small"
          disabled={hits.length === 0}
          onClick={() => void replaceHits().then(setDone)}
        >
          {t("find.replaceAll")}
        </Button>
        {done !== null && <span role="status">{t("find.done", { count: done })}</span>}
      </div>
      <div className="find-row">
        <ScopeSwitch />
        <HitCount />
      </div>
      {fault ? <p className="find-fault">{t(fault)}</p> : <Hits />}
    </section>
  )
}

/** Runs something for Enter, but not for the Enter that ends an input method's words. */
function onEnter(event: KeyboardEvent, run: () => void): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return
  event.preventDefault()
  run()
}

/** Looks anew when the query, the issue or what is shown changes, after a rest. */
function useSearch(): void {
  const { words, regex, matchCase, scope } = useStore(find)
  const issue = useStore(desk, (state) => state.issue)
  const page = useStore(view, (state) => (scope === "page" ? state.page : null))
  const article = useStore(view, (state) => (scope === "article" ? state.article : null))
  useEffect(() => {
    const later = setTimeout(() => void search(), REST)
    return () => clearTimeout(later)
  }, [words, regex, matchCase, scope, issue, page, article])
}

/** The switches for letters and for regular expressions. */
function Ways() {
  const { t } = useTranslation()
  const { regex, matchCase } = useStore(find)
  const flip = (name: "regex" | "matchCase", on: boolean, icon: ReactNode) => (
    <Tooltip title={t(`find.${name}`)} mouseEnterDelay={0.6}>
      <button
        type="button"
        className={on ? "find-way on" : "find-way"}
        aria-label={t(`find.${name}`)}
        aria-pressed={on}
        onClick={() => find.setState({ [name]: !on })}
      >
        {icon}
      </button>
    </Tooltip>
  )
  return (
    <>
      {flip("matchCase", matchCase, <CaseSensitive size={16} />)}
      {flip("regex", regex, <Regex size={16} />)}
    </>
  )
}

const SCOPES: readonly Scope[] = ["article", "page", "issue"]

function ScopeSwitch() {
  const { t } = useTranslation()
  const scope = useStore(find, (state) => state.scope)
  return (
    <Segmented
      size="small"
      value={scope}
      options={SCOPES.map((value) => ({ value, label: t(`find.${value}`) }))}
      onChange={(value) => find.setState({ scope: value })}
    />
  )
}

/** Which hit is selected and how many there are, with the ways to the last and the next. */
function HitCount() {
  const { t } = useTranslation()
  const { texts, hits, words } = useStore(find)
  const selection = useStore(caret, (state) => state.selection)
  const at = hitAt(texts, hits, selection)
  const count =
    words === "" ? "" : hits.length === 0 ? t("find.none") : `${at + 1 || "–"} / ${hits.length}`
  return (
    <span className="find-count">
      <span aria-live="polite">{count}</span>
      <Button
        type="text"
        size="small"
        aria-label={t("menu.findLast")}
        disabled={hits.length === 0}
        icon={<ChevronUp size={16} />}
        onClick={() => void goToHit(-1)}
      />
      <Button
        type="text"
        size="small"
        aria-label={t("menu.findNext")}
        disabled={hits.length === 0}
        icon={<ChevronDown size={16} />}
        onClick={() => void goToHit(1)}
      />
    </span>
  )
}

/** The hits with the words round them, in the order of the issue. */
function Hits() {
  const { texts, hits } = useStore(find)
  const selection = useStore(caret, (state) => state.selection)
  const here = hitAt(texts, hits, selection)
  return (
    <ul className="find-hits">
      {hits.slice(0, LISTED).map((hit, i) => {
        const { before, hit: words, after } = roundHit(texts[hit.text]!, hit)
        return (
          <li key={i}>
            <button
              type="button"
              className={i === here ? "chosen" : ""}
              aria-current={i === here}
              onClick={() => showHit(i)}
            >
              {before}
              <mark>{words}</mark>
              {after}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
