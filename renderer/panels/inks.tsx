import { Button, Empty } from "antd"
import { Plus } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setInk } from "../../layouts/edits/set-ink.ts"
import { inkNamed } from "../../layouts/draw/list-inks.ts"
import { inkIn, type IssueInk, type IssueInks } from "../../layouts/issue/ink.ts"
import { InkSwatch } from "../controls/ink-swatch.tsx"
import { perform } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { InkFields, RemoveInk } from "./ink-fields.tsx"

const NO_INKS: IssueInks = {}

/** A paper's red, with which a new ink begins. */
const FIRST: IssueInk = { kind: "process", cmyk: [0, 1, 1, 0] }

/** The issue's inks (墨色): process inks, spots, and tints of them. */
export function Inks() {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const inks = issue?.inks ?? NO_INKS
  const [chosen, setChosen] = useState<string | null>(null)
  if (!issue) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("styles.none")} />
  const names = Object.keys(inks)
  const name = chosen !== null && names.includes(chosen) ? chosen : (names[0] ?? null)
  const ink = name === null ? null : inkIn(inks, name)
  const make = (): void => {
    const fresh = freeName(names, t("inks.fresh"))
    perform(setInk(fresh, FIRST))
    setChosen(fresh)
  }
  return (
    <div className="inks" data-testid="inks">
      {names.length === 0 ? (
        <p className="quiet">{t("inks.none")}</p>
      ) : (
        <ul className="inks-list">
          {names.map((one) => (
            <li key={one}>
              <button type="button" aria-pressed={one === name} onClick={() => setChosen(one)}>
                <InkRow name={one} inks={inks} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="inks-foot">
        <Button size="small" icon={<Plus size={14} />} onClick={make}>
          {t("inks.make")}
        </Button>
      </div>
      {name !== null && ink && (
        <>
          <InkFields name={name} ink={ink} inks={inks} onRenamed={setChosen} />
          <RemoveInk key={name} issue={issue} name={name} />
        </>
      )}
    </div>
  )
}

/** An ink in the list: swatch, name, what it is made of. */
function InkRow({ name, inks }: { readonly name: string; readonly inks: IssueInks }) {
  const { t } = useTranslation()
  const { cmyk, spot } = inkNamed(name, inks)
  const ink = inkIn(inks, name)!
  const made =
    ink.kind === "tint"
      ? `${ink.of} ${Math.round(ink.strength * 100)}%`
      : ink.cmyk.map((share) => Math.round(share * 100)).join(" ")
  return (
    <>
      <InkSwatch cmyk={cmyk} spot={spot !== undefined} />
      <span>{name}</span>
      <small>{ink.kind === "spot" ? `${t("inks.kind.spot")} ${made}` : made}</small>
    </>
  )
}

/** The first of `name`, `name 2`, `name 3` … that no ink has. */
function freeName(names: readonly string[], name: string): string {
  let number = 2
  if (!names.includes(name)) return name
  while (names.includes(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}
