import { Select, Switch } from "antd"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { screenColour } from "../../layouts/display/screen-colour.ts"
import type { Signature } from "../../layouts/issue/versions.ts"
import { handLook } from "../../layouts/proof/draw-tracked.ts"
import type { TrackedChange, TrackedText } from "../../layouts/proof/tracked-changes.ts"
import type { Run } from "../../layouts/proof/tracked.ts"
import { track } from "../state/actions.ts"
import { showWords } from "../state/show-words.ts"
import { proofName, tracking, type TrackedSince } from "../state/tracking.ts"
import "../style/tracked.css"

/** The switch of the tracked changes (花脸), and what they are shown since. */
export function TrackedBar() {
  const { t } = useTranslation()
  const { on, since, moments, proofs } = useStore(tracking)
  const frozen = proofs.map((proof) => ({
    value: proofName(proof),
    label: t("tracked.proof", { page: proof.page, number: proof.number }),
  }))
  const began = moments.map(({ author, at }) => ({
    value: at as TrackedSince,
    label: t("tracked.from", { author, time: clock(at) }),
  }))
  return (
    <div className="tracked-bar">
      <label>
        <Switch size="small" checked={on} onChange={(next) => void track({ on: next })} />
        {t("tracked.title")}
      </label>
      {on && (
        <Select
          size="small"
          aria-label={t("tracked.since")}
          value={since}
          options={[
            { value: "import" as TrackedSince, label: t("tracked.import") },
            { value: "today" as TrackedSince, label: t("tracked.today") },
            ...frozen,
            ...began,
          ]}
          onChange={(next) => void track({ since: next })}
        />
      )}
    </div>
  )
}

/** An article's texts with their changes, to be read, and the changes as a list. */
export function TrackedStory({ article }: { readonly article: string }) {
  const { t } = useTranslation()
  const tracked = useStore(tracking, (state) => state.articles.get(article))
  const texts = useRef<HTMLDivElement>(null)
  if (!tracked || tracked.changes.length === 0)
    return <p className="quiet story-none">{t("tracked.none")}</p>
  return (
    <>
      <div ref={texts} className="tracked-texts" data-testid="tracked">
        {tracked.texts.map((text) => (
          <TrackedWords key={text.words ?? "story"} {...text} />
        ))}
      </div>
      <ul className="tracked-changes" aria-label={t("tracked.list")}>
        {tracked.changes.map((change, i) => (
          <ChangeRow
            key={i}
            change={change}
            onShow={() => {
              showWords(change)
              showChange(texts.current, tracked.changes.slice(0, i))
            }}
          />
        ))}
      </ul>
    </>
  )
}

/** Scrolls the texts to the change that comes after some: each has one or two marked stretches. */
function showChange(texts: HTMLElement | null, before: readonly TrackedChange[]): void {
  const marked = before.reduce(
    (sum, { deleted, inserted }) => sum + (deleted === "" ? 0 : 1) + (inserted === "" ? 0 : 1),
    0,
  )
  texts?.querySelectorAll("ins, del")[marked]?.scrollIntoView({ block: "center" })
}

function TrackedWords({ words, runs }: TrackedText) {
  if (runs.length === 0) return null
  return (
    <p className={words ?? "body"}>
      {runs.map((run, i) => (
        <TrackedRun key={i} {...run} />
      ))}
    </p>
  )
}

function TrackedRun({ kind, text, by }: Run) {
  const people = useStore(tracking, (state) => state.people)
  const { t } = useTranslation()
  if (kind === "kept") return text
  const Shown = kind === "inserted" ? "ins" : "del"
  const { dash } = handLook(people, by.author)
  const says = t(`tracked.${kind}`, { author: by.author, time: clock(by.at) })
  return (
    <Shown className={dash.length > 0 ? "dashed" : ""} style={colourOf(people, by)} title={says}>
      {kind === "deleted" ? text.replaceAll("\n", "¶") : text}
    </Shown>
  )
}

interface ChangeRowProps {
  readonly change: TrackedChange
  readonly onShow: () => void
}

/** One change of the list: whose, when, what; pressing it shows where it stands on the page. */
function ChangeRow({ change, onShow }: ChangeRowProps) {
  const people = useStore(tracking, (state) => state.people)
  const { deleted, inserted, by } = change
  return (
    <li>
      <button type="button" onClick={onShow}>
        <span className="who" style={colourOf(people, by)}>
          {by.author} {clock(by.at)}
        </span>
        <span className="what">
          {deleted !== "" && <del>{deleted.replaceAll("\n", "¶")}</del>}
          {inserted !== "" && <ins>{inserted.replaceAll("\n", "¶")}</ins>}
        </span>
      </button>
    </li>
  )
}

function colourOf(people: readonly string[], { author }: Signature): { readonly color: string } {
  return { color: `rgb(${screenColour(handLook(people, author).ink).join(" ")})` }
}

/** A moment as hours and minutes. */
function clock(at: number): string {
  const day = new Date(at)
  return [day.getHours(), day.getMinutes()].map((n) => String(n).padStart(2, "0")).join(":")
}
