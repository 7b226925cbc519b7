import { Button, Checkbox, Modal } from "antd"
import { TriangleAlert } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Say } from "../../layouts/finding.ts"
import type { Proposal, ProposedAnswer } from "../../layouts/notes/proposal.ts"
import { closeDialog } from "../state/dialog.ts"
import { takeWaiting, waitingNotes, type WaitingNotes } from "../state/import-notes.ts"
import "../style/notes.css"
import type { DialogProps } from "./dialog-props.ts"
import { NotePlace } from "./note-place.tsx"

/** The comments of a file, each to be taken in or passed over (导入批注). */
export function ImportNotes(props: DialogProps) {
  const waiting = useStore(waitingNotes, (state) => state.waiting)
  return waiting && <NotesDialog waiting={waiting} {...props} />
}

function NotesDialog({ waiting, means }: DialogProps & { readonly waiting: WaitingNotes }) {
  const { t } = useTranslation()
  const { marks, answers, known, silent } = waiting.found
  const sure = marks.filter(({ unsure }) => unsure === null).map(({ mark }) => mark.id)
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set(sure))
  const [heard, setHeard] = useState<ReadonlySet<number>>(() => new Set(answers.keys()))
  const [shown, setShown] = useState<Proposal | null>(marks[0] ?? null)
  const close = (): void => {
    closeDialog()
    waitingNotes.setState({ waiting: null })
  }
  const take = (): void => {
    closeDialog()
    takeWaiting(taken, heard)
  }
  const count = taken.size + heard.size
  return (
    <Modal
      open
      centered
      width={960}
      title={t("notes.title", { file: waiting.file })}
      onCancel={close}
      footer={
        <div className="notes-foot">
          <span className="quiet">{t("notes.rest", { known, silent })}</span>
          <Button onClick={() => setTaken(new Set(marks.map(({ mark }) => mark.id)))}>
            {t("notes.all")}
          </Button>
          <Button onClick={() => setTaken(new Set(sure))}>{t("notes.sure")}</Button>
          <Button type="primary" disabled={count === 0} onClick={take}>
            {t("notes.take", { count })}
          </Button>
        </div>
      }
    >
      <div className="notes">
        <ul className="notes-list" aria-label={t("notes.list")}>
          {marks.map((proposal) => (
            <NoteRow
              key={proposal.mark.id}
              proposal={proposal}
              shown={proposal === shown}
              taken={taken.has(proposal.mark.id)}
              onShow={() => setShown(proposal)}
              onTake={(on) => setTaken(toggled(taken, proposal.mark.id, on))}
            />
          ))}
          {answers.map((answer, i) => (
            <AnswerRow
              key={`${i}`}
              answer={answer}
              taken={heard.has(i)}
              onTake={(on) => setHeard(toggled(heard, i, on))}
            />
          ))}
        </ul>
        {shown && <NotePlace proposal={shown} means={means} />}
      </div>
    </Modal>
  )
}

function toggled<T>(set: ReadonlySet<T>, one: T, on: boolean): ReadonlySet<T> {
  const next = new Set(set)
  if (on) next.add(one)
  else next.delete(one)
  return next
}

interface NoteRowProps {
  readonly proposal: Proposal
  readonly shown: boolean
  readonly taken: boolean
  readonly onShow: () => void
  readonly onTake: (on: boolean) => void
}

function NoteRow({ proposal, shown, taken, onShow, onTake }: NoteRowProps) {
  const { t } = useTranslation()
  const { mark, quote, unsure, replaces, thread } = proposal
  const say =
    "text" in mark.payload ? mark.payload.text : "say" in mark.payload ? mark.payload.say : ""
  const more = thread.map(({ author, say: words }) => `${author}：${words}`).join(" ")
  return (
    <li className="notes-row" data-shown={shown} onMouseDown={onShow} onFocus={onShow}>
      <Checkbox
        checked={taken}
        aria-label={t(`sign.${mark.sign}`)}
        onChange={({ target }) => onTake(target.checked)}
      />
      <span className="notes-sign">{t(`sign.${mark.sign}`)}</span>
      <span className="notes-words">
        {quote !== "" && <q>{shortened(quote)}</q>}
        {say !== "" && <b>{say}</b>}
        {replaces !== null && <i>{t("notes.replaces")}</i>}
        {more !== "" && <small>{more}</small>}
        {unsure && <Unsure say={unsure} />}
      </span>
      <span className="quiet">{mark.author}</span>
    </li>
  )
}

/** Words of a quote that a row has room for. */
const MOST_QUOTED = 24

function shortened(quote: string): string {
  return quote.length > MOST_QUOTED ? `${quote.slice(0, MOST_QUOTED)}…` : quote
}

function Unsure({ say }: { readonly say: Say }) {
  const { i18n } = useTranslation()
  return (
    <em>
      <TriangleAlert size={12} aria-hidden="true" />
      {i18n.language.startsWith("zh") ? say.zh : say.en}
    </em>
  )
}

interface AnswerRowProps {
  readonly answer: ProposedAnswer
  readonly taken: boolean
  readonly onTake: (on: boolean) => void
}

function AnswerRow({ answer: { answer }, taken, onTake }: AnswerRowProps) {
  const { t } = useTranslation()
  const { author, say, state } = answer
  return (
    <li className="notes-row">
      <Checkbox
        checked={taken}
        aria-label={t("notes.answer")}
        onChange={({ target }) => onTake(target.checked)}
      />
      <span className="notes-sign">{t("notes.answer")}</span>
      <span className="notes-words">
        {state !== null && <i>{t(`notes.state.${state}`)}</i>}
        {say !== "" && <b>{say}</b>}
      </span>
      <span className="quiet">{author}</span>
    </li>
  )
}
