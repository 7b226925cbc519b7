import { Checkbox, Switch } from "antd"
import { Eye, EyeOff } from "lucide-react"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { PROCESS_PLATES } from "../../layouts/display/plate-list.ts"
import type { Cmyk } from "../../layouts/issue/ink.ts"
import { ChoiceField } from "../controls/choice-field.tsx"
import { InkSwatch } from "../controls/ink-swatch.tsx"
import { conditionOptions, useConditions } from "../state/conditions.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { separations } from "../state/separations.ts"
import { showSeparations } from "../state/show-separations.ts"
import "../style/separations.css"

/** A plate of the issue and what its ink looks like at full strength. */
interface PlateRow {
  readonly name: string
  readonly cmyk: Cmyk
  readonly spot: boolean
}

/** The plates of the pages (分色): which are seen, what they print under the pointer, too much ink. */
export function SeparationsPanel({ means }: { readonly means: Means }) {
  const { t, i18n } = useTranslation()
  const { on, hidden, condition, limit, over, under } = useStore(separations)
  const { conditions } = useConditions(means.door)
  const rows = usePlates()
  useEffect(() => {
    const chosen = conditions.find(({ id }) => id === condition) ?? conditions[0]
    if (!chosen || (chosen.id === condition && chosen.inkLimit === limit)) return
    showSeparations({ condition: chosen.id, limit: chosen.inkLimit }, means)
  }, [conditions, condition, limit, means])
  const total = under && [...under.values()].reduce((sum, share) => sum + share, 0)
  const flip = (name: string): void => {
    const off = hidden.includes(name) ? hidden.filter((one) => one !== name) : [...hidden, name]
    showSeparations({ on: true, hidden: off }, means)
  }
  const alone = (name: string): void => {
    const others = rows.map((row) => row.name).filter((one) => one !== name)
    const already = others.every((one) => hidden.includes(one)) && !hidden.includes(name)
    showSeparations({ on: true, hidden: already ? [] : others }, means)
  }
  return (
    <div className="separations" data-testid="separations">
      <label className="separations-on">
        <span>{t("separations.on")}</span>
        <Switch
          size="small"
          checked={on}
          aria-label={t("separations.on")}
          onChange={(now) => showSeparations({ on: now }, means)}
        />
      </label>
      <table>
        <tbody>
          {rows.map(({ name, cmyk, spot }) => (
            <tr key={name} className={hidden.includes(name) ? "off" : ""}>
              <td>
                <button
                  type="button"
                  aria-pressed={!hidden.includes(name)}
                  aria-label={t("separations.show", { name: plateWords(name, t) })}
                  onClick={() => flip(name)}
                >
                  {hidden.includes(name) ? <EyeOff size={16} /> : <Eye size={16} />}
                </button>
              </td>
              <td>
                <button
                  type="button"
                  className="separations-name"
                  title={t("separations.alone")}
                  onClick={() => alone(name)}
                >
                  <InkSwatch cmyk={cmyk} spot={spot} />
                  {plateWords(name, t)}
                </button>
              </td>
              <td data-plate={name}>{percent(under?.get(name) ?? (under ? 0 : null))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={total !== null && total * 100 > limit + 0.5 ? "over" : ""}>
            <td />
            <td>{t("separations.total")}</td>
            <td data-plate="total">{percent(total)}</td>
          </tr>
        </tfoot>
      </table>
      <Checkbox
        checked={over}
        onChange={({ target }) => showSeparations({ on: true, over: target.checked }, means)}
      >
        {t("separations.over", { limit })}
      </Checkbox>
      <ChoiceField
        shape="row"
        label={t("press.condition")}
        value={condition}
        options={conditionOptions(conditions, i18n.language)}
        onChange={(id) => {
          const chosen = conditions.find((one) => one.id === id)!
          showSeparations({ condition: id, limit: chosen.inkLimit }, means)
        }}
      />
    </div>
  )
}

/** The plates that the issue is printed from: the four, and its spot inks by name. */
function usePlates(): readonly PlateRow[] {
  const inks = useStore(desk, (state) => state.issue?.inks) ?? {}
  const process = PROCESS_PLATES.map((name, at) => ({
    name,
    cmyk: [0, 1, 2, 3].map((i) => (i === at ? 1 : 0)) as unknown as Cmyk,
    spot: false,
  }))
  const spots = Object.entries(inks).flatMap(([name, ink]) =>
    ink.kind === "spot" ? [{ name, cmyk: ink.cmyk, spot: true }] : [],
  )
  return [...process, ...spots]
}

function plateWords(name: string, t: (key: string, words: { defaultValue: string }) => string) {
  return t(`separations.plate.${name}`, { defaultValue: name })
}

function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)}%`
}
