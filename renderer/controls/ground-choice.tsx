import { useTranslation } from "react-i18next"
import { drawGround } from "../../layouts/draw/grounds.ts"
import { GROUND_PATTERNS, type GroundPattern } from "../../layouts/issue/line-style.ts"
import { pt } from "../../layouts/units.ts"
import "../style/line-choice.css"
import { DrawnItems } from "./drawn-items.tsx"

/** A ground as it is chosen: none, a screen, or a pattern. */
export type ChosenGround = "none" | "screen" | GroundPattern

const GROUNDS: readonly ChosenGround[] = ["none", "screen", ...GROUND_PATTERNS]

/** Size of a swatch, pt, and the strength that it is shown in. */
const SWATCH = { width: 22, height: 14, tint: 0.18 } as const

export interface GroundChoiceProps {
  readonly label: string
  /** Undefined where there are several. */
  readonly value: ChosenGround | undefined
  readonly onChange: (ground: ChosenGround) => void
}

/** A row of grounds (底纹), each drawn as it prints. */
export function GroundChoice({ label, value, onChange }: GroundChoiceProps) {
  const { t } = useTranslation()
  return (
    <div className="frame-row">
      <span>{label}</span>
      <div className="swatches" role="radiogroup" aria-label={label}>
        {GROUNDS.map((ground) => (
          <button
            key={ground}
            role="radio"
            aria-checked={ground === value}
            aria-label={t(`ground.${ground}`)}
            title={t(`ground.${ground}`)}
            className={ground === "screen" ? "screen" : ""}
            onClick={() => onChange(ground)}
          >
            <Swatch ground={ground} />
          </button>
        ))}
      </div>
    </div>
  )
}

function Swatch({ ground }: { readonly ground: ChosenGround }) {
  const { width, height, tint } = SWATCH
  const box = { x: pt(0), y: pt(0), width: pt(width), height: pt(height) }
  const patterned = ground !== "none" && ground !== "screen"
  const items = patterned ? drawGround(box, { tint, pattern: ground }) : []
  return <DrawnItems items={items} width={width} height={height} />
}
