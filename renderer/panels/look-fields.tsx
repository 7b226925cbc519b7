import { useTranslation } from "react-i18next"
import type { LookChange } from "../../layouts/edits/set-look.ts"
import type { Look } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { GroundChoice } from "../controls/ground-choice.tsx"
import { InkChoice } from "../controls/ink-choice.tsx"
import { LineChoice } from "../controls/line-choice.tsx"
import { NumberField } from "../controls/number-field.tsx"
import { SideChoice } from "../controls/side-choice.tsx"

export interface LookFieldsProps {
  /** The looks of what is chosen; at least one. */
  readonly looks: readonly Look[]
  /** Boxes have sides and a ground, rules have not. */
  readonly boxed: boolean
  readonly onChange: (change: LookChange) => void
}

/** Style, weight and ink of lines; of boxes their sides and their ground too (线型 底纹). */
export function LookFields({ looks, boxed, onChange }: LookFieldsProps) {
  const { t } = useTranslation()
  const [first] = looks as readonly [Look, ...Look[]]
  const one = <T,>(of: (look: Look) => T): T | undefined => {
    const values = new Set(looks.map(of))
    return values.size === 1 ? of(first) : undefined
  }
  const rule = one((look) => look.rule)
  const tint = one((look) => look.tint)
  const style = one((look) => look.line ?? null)
  const pattern = one((look) => look.pattern ?? null)
  const mixed = rule === undefined || style === undefined
  return (
    <>
      <LineChoice
        label={t("frame.style")}
        value={mixed ? undefined : { style, rule }}
        onChange={({ style: line, rule: weight }) => onChange({ line, rule: pt(weight) })}
      />
      <div className="frame-fields">
        <NumberField
          label={t("frame.rule")}
          value={rule === undefined ? null : Math.round(rule * 100) / 100}
          least={0}
          most={20}
          step={0.25}
          suffix={t("frame.pt")}
          onKeep={(weight) => onChange({ rule: pt(weight) })}
        />
        {boxed && (
          <NumberField
            label={t("frame.tint")}
            value={tint === undefined ? null : Math.round(tint * 100)}
            least={0}
            most={100}
            step={5}
            suffix={t("frame.percent")}
            onKeep={(percent) => onChange({ tint: percent / 100 })}
          />
        )}
      </div>
      {boxed && (
        <>
          <GroundChoice
            label={t("frame.ground")}
            value={tint === 0 ? "none" : (pattern ?? (pattern === null ? "screen" : undefined))}
            onChange={(ground) => {
              if (ground === "none") return onChange({ tint: 0 })
              const strength = tint === 0 || tint === undefined ? USUAL_TINT : tint
              onChange({ pattern: ground === "screen" ? null : ground, tint: strength })
            }}
          />
          <SideChoice
            label={t("frame.sides")}
            open={first.open ?? []}
            onChange={(open) => onChange({ open })}
          />
        </>
      )}
      <InkChoice
        label={t("inks.rule")}
        value={one((look) => look.ink ?? "black")}
        onChange={(ink) => onChange({ ink: ink ?? "black" })}
      />
      {boxed && (
        <InkChoice
          label={t("inks.ground")}
          value={one((look) => look.ground ?? "black")}
          onChange={(ground) => onChange({ ground: ground ?? "black" })}
        />
      )}
    </>
  )
}

/** Strength of a ground that is given to a box without one. */
const USUAL_TINT = 0.1
