import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { ChoiceField } from "../controls/choice-field.tsx"
import { InkChoice } from "../controls/ink-choice.tsx"
import { PercentField } from "../controls/percent-field.tsx"
import { SizeField } from "../controls/size-field.tsx"
import type { LookChange, TextLook } from "../../layouts/issue/text-look.ts"
import { pt } from "../../layouts/units.ts"
import type { FaceEntry } from "../../main/bridge/contract.ts"
import { desk } from "../state/desk.ts"

/** The trade's families in their order; a user's own come after them. */
const FAMILIES = ["song", "hei", "kai", "fang"] as const

const NO_FACES: readonly FaceEntry[] = []

/** What text is set in, as fields show it: null where there are several. */
export interface FaceValues {
  readonly family: string | null
  readonly weight: number | null
  readonly size: number | null
  readonly tracking: number | null
  /** Name of the ink; null where it is the block's, undefined where there are several. */
  readonly ink: string | null | undefined
}

export interface FaceFieldsProps {
  readonly values: FaceValues
  readonly onChange: (change: LookChange<TextLook>) => void
}

/** Face, weight, size, tracking and ink (字体 字重 字号 字距 墨色). */
export function FaceFields({ values, onChange }: FaceFieldsProps) {
  const { t } = useTranslation()
  const faces = useStore(desk, (state) => state.hello?.faces) ?? NO_FACES
  const own = [...new Set(faces.map(({ family }) => family))].filter(
    (family) => !FAMILIES.some((known) => known === family),
  )
  const has = (family: string): boolean => faces.some((face) => face.family === family)
  const weights = weightsOf(faces, values.family)
  return (
    <>
      <ChoiceField
        shape="row"
        label={t("styles.family")}
        value={values.family}
        placeholder={t("styles.various")}
        options={[...FAMILIES, ...own].map((family) => ({
          value: family,
          label: has(family)
            ? t(`face.${family}`, { defaultValue: family })
            : t("styles.notHere", { name: t(`face.${family}`, { defaultValue: family }) }),
        }))}
        onChange={(family: string) => onChange({ family })}
      />
      <div className="frame-fields">
        <ChoiceField
          label={t("styles.weight")}
          value={values.weight}
          placeholder={t("styles.various")}
          options={weights.map((weight) => ({
            value: weight,
            label: t(`face.weight.${weight}`, { defaultValue: String(weight) }),
          }))}
          onChange={(weight: number) => onChange({ weight })}
        />
        <SizeField
          label={t("styles.size")}
          value={values.size}
          placeholder={t("styles.various")}
          onKeep={(size) => onChange({ size: pt(size) })}
        />
        <PercentField
          label={t("styles.tracking")}
          value={values.tracking}
          least={-0.1}
          most={1}
          onKeep={(tracking) => onChange({ tracking })}
        />
      </div>
      <InkChoice
        label={t("inks.ink")}
        value={values.ink}
        none={t("inks.asBlock")}
        onChange={(ink) => onChange({ ink })}
      />
    </>
  )
}

/** The weights that a family has here; all there are where the family is several or not here. */
function weightsOf(faces: readonly FaceEntry[], family: string | null): readonly number[] {
  const own = faces.filter((face) => face.family === family)
  const weights = (own.length > 0 ? own : faces).map(({ weight }) => weight)
  return [...new Set(weights)].toSorted((a, b) => a - b)
}
