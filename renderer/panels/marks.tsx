import { Select, Tooltip } from "antd"
import { Check, CircleHelp, CornerDownLeft, Hand, Undo2, X } from "lucide-react"
import { memo, useMemo, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { isWaiting, type Mark } from "../../layouts/issue/mark.ts"
import { sharedList } from "../../layouts/issue/share.ts"
import { PASS_LOOKS, passLook } from "../../layouts/proof/draw-marks.ts"
import { SIGN_IDS } from "../../layouts/proof/signs.ts"
import { screenColour } from "../../layouts/display/screen-colour.ts"
import { SIGN_CHOICES } from "../commands/sign-choices.ts"
import { markWords } from "../marks/mark-words.ts"
import {
  answerChosen,
  carryOut,
  chooseMark,
  keepAsWas,
  stepMark,
  withdrawChosen,
} from "../state/mark-deeds.ts"
import { useAtRest } from "../state/at-rest.ts"
import { inTextOrder } from "../state/in-text-order.ts"
import { filtered, proof, type MarkFilter } from "../state/proof.ts"
import "../style/proof.css"
import { RowField } from "./row-field.tsx"

/** Rows that are put up at once; the rest is counted. */
const LISTED = 300

/** The proof marks of the issue (校样批注): made by the palette, listed, filtered, answered. */
export function MarksPanel() {
  const { t } = useTranslation()
  const marks = useAtRest((state) => state.marks)
  const issue = useAtRest((state) => state.issue)
  const filter = useStore(proof, (state) => state.filter)
  const listed = useMemo(
    () => (issue ? inTextOrder(filtered(marks, filter), issue) : []),
    [issue, marks, filter],
  )
  return (
    <section className="marks-panel" aria-label={t("mark.title")}>
      <SignPalette />
      <Filters authors={useAuthors(marks)} filter={filter} />
      <p className="marks-count" role="status">
        {t("mark.count", { shown: listed.length, all: marks.length })}
      </p>
      <div
        className="marks-list"
        role="listbox"
        aria-label={t("mark.title")}
        tabIndex={0}
        onKeyDown={onListKey}
      >
        {useMemo(() => byArticle(listed.slice(0, LISTED)), [listed]).map((group) => (
          <MarkRows key={group[0]!.article} marks={group} />
        ))}
      </div>
    </section>
  )
}

/** Who made marks, in alphabetical order; the very list of before while they are the same. */
function useAuthors(marks: readonly Mark[]): readonly string[] {
  const names = [...new Set(marks.map(({ author }) => author))].toSorted()
  const words = JSON.stringify(names)
  return useMemo(() => JSON.parse(words) as readonly string[], [words])
}

/** Marks in text order, those of an article together. */
function byArticle(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const groups: Mark[][] = []
  for (const mark of marks) {
    const last = groups.at(-1)
    if (last?.[0]!.article === mark.article) last!.push(mark)
    else groups.push([mark])
  }
  return groups
}

/** Height of a row that is not chosen, CSS pixels. */
const ROW = 26

/**
 * The rows of an article's marks, put out of the window's work together while they are out of sight:
 * a row by itself would cost every frame more than it saves.
 */
const MarkRows = memo(
  function MarkRows({ marks }: { readonly marks: readonly Mark[] }) {
    const chosen = useStore(proof, (state) => state.chosen)
    const height = `auto ${marks.length * ROW}px`
    return (
      <div className="mark-rows" role="group" style={{ containIntrinsicHeight: height }}>
        {marks.map((mark) => (
          <MarkRow key={mark.id} mark={mark} chosen={mark.id === chosen} />
        ))}
      </div>
    )
  },
  (before, now) => sharedList(before.marks, now.marks) === before.marks,
)

/** What keys do on the list: up and down go through it, one key answers. */
function onListKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  const deed = LIST_KEYS[event.key.toLowerCase()]
  if (!deed) return
  event.preventDefault()
  deed()
}

const LIST_KEYS: Readonly<Record<string, () => void>> = {
  arrowdown: () => stepMark(1),
  arrowup: () => stepMark(-1),
  g: carryOut,
  h: () => answerChosen("executed", ""),
  b: () => focusAnswer("refused"),
  w: () => focusAnswer("asked"),
  s: keepAsWas,
  delete: withdrawChosen,
  enter: () => {
    const { chosen } = proof.getState()
    if (chosen !== null) chooseMark(chosen)
  },
}

/** Goes to the chosen mark's field for a reason or a question. */
function focusAnswer(state: "refused" | "asked"): void {
  document.querySelector<HTMLInputElement>(`.mark-answer input[data-say="${state}"]`)?.focus()
}

/** The signs, to be pressed while words are selected; what is selected stays so. */
const SignPalette = memo(function SignPalette() {
  const { t } = useTranslation()
  const pass = useStore(proof, (state) => state.pass)
  return (
    <div className="sign-palette" role="toolbar" aria-label={t("mark.palette")}>
      <Select
        size="small"
        aria-label={t("mark.pass")}
        value={pass}
        options={PASS_LOOKS.map(({ label }, i) => ({
          value: i + 1,
          label: t("mark.passOf", { label }),
        }))}
        onChange={(next) => proof.setState({ pass: next })}
      />
      {SIGN_CHOICES.map(({ id, face, keys, run }) => (
        <Tooltip
          key={id}
          title={`${t(`sign.${id}`)}${keys ? `  ${keys}` : ""}`}
          mouseEnterDelay={0.4}
        >
          <button
            type="button"
            aria-label={t(`sign.${id}`)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run("")}
          >
            {face}
          </button>
        </Tooltip>
      ))}
    </div>
  )
})

const STATES = ["waiting", "open", "asked", "executed", "refused", "withdrawn"] as const

interface FiltersProps {
  readonly authors: readonly string[]
  readonly filter: MarkFilter
}

const Filters = memo(function Filters({ authors, filter }: FiltersProps) {
  const { t } = useTranslation()
  const set = (change: Partial<MarkFilter>): void =>
    proof.setState({ filter: { ...filter, ...change } })
  const all = { value: null, label: t("mark.all") }
  return (
    <div className="marks-filters">
      <Select
        size="small"
        aria-label={t("mark.filter.state")}
        value={filter.state}
        options={[...STATES.map((value) => ({ value, label: t(`mark.state.${value}`) })), all]}
        onChange={(state) => set({ state })}
      />
      <Select
        size="small"
        aria-label={t("mark.filter.pass")}
        value={filter.pass}
        options={[
          { ...all, label: t("mark.filter.pass") },
          ...PASS_LOOKS.map(({ label }, i) => ({
            value: i + 1,
            label: t("mark.passOf", { label }),
          })),
        ]}
        onChange={(pass) => set({ pass })}
      />
      <Select
        size="small"
        aria-label={t("mark.filter.author")}
        value={filter.author}
        options={[
          { ...all, label: t("mark.filter.author") },
          ...authors.map((value) => ({ value, label: value })),
        ]}
        onChange={(author) => set({ author })}
      />
      <Select
        size="small"
        aria-label={t("mark.filter.sign")}
        value={filter.sign}
        options={[
          { ...all, label: t("mark.filter.sign") },
          ...SIGN_IDS.map((value) => ({ value, label: t(`sign.${value}`) })),
        ]}
        onChange={(sign) => set({ sign })}
      />
    </div>
  )
})

interface MarkRowProps {
  readonly mark: Mark
  readonly chosen: boolean
}

/** A mark of the list; rows that nothing changed of are left as they are. */
const MarkRow = memo(function MarkRow({ mark, chosen }: MarkRowProps) {
  const { t } = useTranslation()
  const { ink, label } = passLook(mark.pass)
  return (
    <div
      role="option"
      aria-selected={chosen}
      className={`mark-row ${mark.state}${chosen ? " chosen" : ""}`}
      data-mark={mark.id}
      onClick={() => chooseMark(mark.id)}
    >
      <span
        className="mark-pass"
        style={{ background: `rgb(${screenColour(ink).join(" ")})` }}
        title={t("mark.passOf", { label })}
      >
        {label}
      </span>
      <span className="mark-words">{markWords(mark, t)}</span>
      <span className="quiet">{mark.author}</span>
      <span className={`mark-state ${mark.state}`}>{t(`mark.state.${mark.state}`)}</span>
      {isWaiting(mark) && mark.standing !== "held" && (
        <span className="mark-standing">{t(`mark.standing.${mark.standing}`)}</span>
      )}
      {chosen && <Thread mark={mark} />}
    </div>
  )
})

/** What was said of a mark, and the ways to answer it. */
function Thread({ mark }: { readonly mark: Mark }) {
  const { t } = useTranslation()
  return (
    <div className="mark-thread" onClick={(event) => event.stopPropagation()}>
      {mark.thread.map(({ author, say, state, at }, i) => (
        <p key={`${at} ${i}`}>
          <b>{author}</b> {state && <em>{t(`mark.state.${state}`)}</em>} {say}
        </p>
      ))}
      {isWaiting(mark) && (
        <div className="mark-deeds">
          <Deed words="carryOut" icon={<Check size={14} />} keys="G" run={carryOut} />
          <Deed
            words="byHand"
            icon={<Hand size={14} />}
            keys="H"
            run={() => answerChosen("executed", "")}
          />
          <Deed words="keep" icon={<Undo2 size={14} />} keys="S" run={keepAsWas} />
          <Deed words="withdraw" icon={<X size={14} />} keys="Del" run={withdrawChosen} />
        </div>
      )}
      {isWaiting(mark) && <Answer state="refused" icon={<X size={14} />} />}
      {isWaiting(mark) && <Answer state="asked" icon={<CircleHelp size={14} />} />}
      <Answer state={null} icon={<CornerDownLeft size={14} />} />
    </div>
  )
}

interface DeedProps {
  readonly words: string
  readonly icon: React.ReactNode
  readonly keys: string
  readonly run: () => void
}

function Deed({ words, icon, keys, run }: DeedProps) {
  const { t } = useTranslation()
  return (
    <button type="button" aria-keyshortcuts={keys} title={keys} onClick={run}>
      {icon}
      {t(`mark.deed.${words}`)}
    </button>
  )
}

interface AnswerProps {
  readonly state: "refused" | "asked" | null
  readonly icon: React.ReactNode
}

/** A field for why not, for what is asked, or for a note. */
function Answer({ state, icon }: AnswerProps) {
  const { t } = useTranslation()
  const name = state ?? "say"
  return (
    <div className="mark-answer">
      <RowField
        icon={icon}
        label={t(`mark.say.${name}`)}
        name={name}
        onSay={(say) => answerChosen(state, say)}
      />
    </div>
  )
}
