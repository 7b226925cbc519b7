import { Popover } from "antd"
import { ChevronDown } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { drawBorder, drawRule } from "../../layouts/draw/borders/border.ts"
import {
  LINE_STYLES,
  ORNAMENTS,
  weightsOf,
  type LineStyle,
} from "../../layouts/issue/line-style.ts"
import { pt } from "../../layouts/units.ts"
import "../style/line-choice.css"
import { DrawnItems } from "./drawn-items.tsx"

/** A line as it is chosen: its style, null for a plain one, and its weight in pt, 0 for none. */
export interface ChosenLine {
  readonly style: LineStyle | null
  readonly rule: number
}

export interface LineChoiceProps {
  readonly label: string
  /** Undefined where there are several. */
  readonly value: ChosenLine | undefined
  readonly onChange: (line: ChosenLine) => void
  /** What a line that is taken from elsewhere is called, and how it is chosen; absent where there is none such. */
  readonly inherited?: {
    readonly name: string
    readonly chosen: boolean
    readonly choose: () => void
  }
}

/** From this weight on a plain line is a thick one (反线), pt. */
const THICK = 1

/** A plain line's weights as they are chosen, pt. */
const PLAIN = { thin: 0.4, thick: 2 } as const

/** One entry of the chooser. */
interface Entry extends ChosenLine {
  readonly name: string
}

const ENTRIES: readonly Entry[] = [
  { name: "none", style: null, rule: 0 },
  { name: "thin", style: null, rule: PLAIN.thin },
  { name: "thick", style: null, rule: PLAIN.thick },
  ...LINE_STYLES.map((style) => ({ name: style, style, rule: weightsOf(style).usual })),
]

/** Ornaments stand apart from lines in the chooser. */
const isOrnamental = ({ style }: Entry): boolean => ORNAMENTS.some((known) => known === style)

/** The name of a line in the chooser. */
function nameOf({ style, rule }: ChosenLine): string {
  if (rule === 0) return "none"
  return style ?? (rule < THICK ? "thin" : "thick")
}

/** A chooser of line styles (线型), each drawn as it prints. */
export function LineChoice({ label, value, onChange, inherited }: LineChoiceProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const current = inherited?.chosen ? null : value && nameOf(value)
  const entry = ENTRIES.find(({ name }) => name === current)
  const take = (act: () => void): void => {
    setOpen(false)
    act()
  }
  const groups = [ENTRIES.filter((one) => !isOrnamental(one)), ENTRIES.filter(isOrnamental)]
  return (
    <div className="frame-row">
      <span>{label}</span>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        arrow={false}
        content={
          <div className="line-choices" role="listbox" aria-label={label}>
            {inherited && (
              <button
                role="option"
                className="line-inherited"
                aria-selected={inherited.chosen}
                onClick={() => take(inherited.choose)}
              >
                {inherited.name}
              </button>
            )}
            {groups.map((group, i) => (
              <div key={i} className="line-group">
                {group.map((one) => (
                  <button
                    key={one.name}
                    role="option"
                    aria-selected={one.name === current}
                    aria-label={t(`line.${one.name}`)}
                    onClick={() => take(() => onChange(one))}
                  >
                    <Sample entry={one} />
                    <span>{t(`line.${one.name}`)}</span>
                  </button>
                ))}
              </div>
            ))}
          </div>
        }
      >
        <button className="line-chosen" aria-label={label} aria-haspopup="listbox">
          {entry && entry.rule > 0 && <Strip entry={entry} />}
          <span>
            {inherited?.chosen
              ? inherited.name
              : current
                ? t(`line.${current}`)
                : t("frame.various")}
          </span>
          <ChevronDown size={14} />
        </button>
      </Popover>
    </div>
  )
}

/** Size of a sample, pt. */
const SAMPLE = { width: 74, height: 30, edge: 4.5 } as const

/** A small box with the line round it. */
function Sample({ entry: { style, rule } }: { readonly entry: Entry }) {
  const { width, height, edge } = SAMPLE
  const box = {
    x: pt(edge),
    y: pt(edge),
    width: pt(width - 2 * edge),
    height: pt(height - 2 * edge),
  }
  const items = drawBorder(box, { style: style ?? undefined, weight: rule, ink: "black" })
  return <DrawnItems items={items} width={width} height={height} scale={1.3} />
}

/** A stretch of the line. */
function Strip({ entry: { style, rule } }: { readonly entry: Entry }) {
  const ends = { x1: 0, y1: 5, x2: 48, y2: 5 }
  const items = drawRule(ends, { style: style ?? undefined, weight: rule, ink: "black" })
  return <DrawnItems items={items} width={48} height={10} scale={1.3} />
}
