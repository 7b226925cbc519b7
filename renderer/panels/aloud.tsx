import { Button, Segmented, Switch } from "antd"
import { ChevronLeft, ChevronRight } from "lucide-react"
import { useEffect, useMemo, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Sentence } from "../../layouts/proof/aloud/read-aloud.ts"
import { aloud, CAN_SPEAK, readArticle, readStep, sentencesOf } from "../state/aloud.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import "../style/aloud.css"

/** An article to be read aloud by one of a pair (唱校), sentence by sentence, all by keys. */
export function AloudPanel() {
  const { t } = useTranslation()
  const chosen = useStore(view, (state) => state.article)
  const issue = useStore(desk, (state) => state.issue)
  const { article, step, numbers } = useStore(aloud)
  useEffect(() => {
    if (chosen !== null && chosen !== article) readArticle(chosen)
  }, [chosen, article])
  useEffect(() => () => aloud.setState({ article: null }), [])
  const sentences = useMemo(
    () => (issue ? sentencesOf(article, numbers) : []),
    [issue, article, numbers],
  )
  const now = sentences[Math.min(step, sentences.length - 1)]
  if (!now) return <p className="quiet aloud-none">{t("aloud.none")}</p>
  return (
    <section className="aloud" aria-label={t("panel.aloud")} tabIndex={0} onKeyDown={onAloudKey}>
      <AloudBar step={step} count={sentences.length} />
      <div className="aloud-steps">
        <Said sentence={sentences[step - 1]} look="before" />
        <Said sentence={now} look="now" />
        <Said sentence={sentences[step + 1]} look="after" />
      </div>
    </section>
  )
}

interface AloudBarProps {
  readonly step: number
  readonly count: number
}

function AloudBar({ step, count }: AloudBarProps) {
  const { t } = useTranslation()
  const { numbers, speaks } = useStore(aloud)
  return (
    <div className="aloud-bar">
      <Button
        type="text"
        size="small"
        aria-label={t("aloud.last")}
        title={`${t("aloud.last")}  ←`}
        icon={<ChevronLeft size={16} />}
        onClick={() => readStep(step - 1)}
      />
      <span className="aloud-count" aria-live="polite">
        {step + 1} / {count}
      </span>
      <Button
        type="text"
        size="small"
        aria-label={t("aloud.next")}
        title={`${t("aloud.next")}  →`}
        icon={<ChevronRight size={16} />}
        onClick={() => readStep(step + 1)}
      />
      <Segmented
        size="small"
        aria-label={t("aloud.numbers")}
        value={numbers}
        options={(["digits", "counted"] as const).map((value) => ({
          value,
          label: t(`aloud.${value}`),
        }))}
        onChange={(value) => aloud.setState({ numbers: value })}
      />
      {CAN_SPEAK && (
        <label>
          <Switch size="small" checked={speaks} onChange={setSpeaks} />
          {t("aloud.speak")}
        </label>
      )}
    </div>
  )
}

function setSpeaks(speaks: boolean): void {
  aloud.setState({ speaks })
  readStep(aloud.getState().step)
}

/** A sentence as it is said: words, marks by name, numbers, names. */
function Said({
  sentence,
  look,
}: {
  readonly sentence: Sentence | undefined
  readonly look: string
}) {
  if (!sentence) return null
  return (
    <p className={look} data-testid={`aloud-${look}`}>
      {sentence.opening !== "" && <span className="mark">{sentence.opening}</span>}
      {sentence.pieces.map(({ kind, text, say }, i) => (
        <span key={i} className={kind} title={text}>
          {say}
        </span>
      ))}
    </p>
  )
}

/** Keys of the panel: on and back by arrows or the space bar, N for numbers, P for the voice. */
function onAloudKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  const { step, numbers, speaks } = aloud.getState()
  const key = event.key.toLowerCase()
  if (["arrowright", "arrowdown", " ", "enter"].includes(key)) readStep(step + 1)
  else if (["arrowleft", "arrowup", "backspace"].includes(key)) readStep(step - 1)
  else if (key === "home") readStep(0)
  else if (key === "end") readStep(Infinity)
  else if (key === "n") aloud.setState({ numbers: numbers === "digits" ? "counted" : "digits" })
  else if (key === "p" && CAN_SPEAK) setSpeaks(!speaks)
  else return
  event.preventDefault()
}
