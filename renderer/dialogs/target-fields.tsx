import { Button, Form, Input, Space } from "antd"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Say } from "../../layouts/finding.ts"
import { NAME_TOKENS } from "../../layouts/issue/file-name.ts"
import { planFiles, type FilePlan } from "../../layouts/issue/file-plan.ts"
import type { PageRange } from "../../layouts/issue/page-range.ts"
import type { Door } from "../../main/bridge/contract.ts"
import { desk } from "../state/desk.ts"
import { fileWish, type ExportWish } from "../state/export.ts"
import { chooseTarget, folderAndName, takenOf, withEnding } from "../state/export-target.ts"

/** Names that are shown of many. */
const SHOWN = 3

interface TargetProps {
  readonly wish: ExportWish
  readonly change: (some: Partial<ExportWish>) => void
  readonly door: Door
  readonly plan: FilePlan
  /** Files of the plan that are there already. */
  readonly taken: readonly string[]
}

/** Where the files go and what they are called, with the names that come of it. */
export function TargetFields({ wish, change, door, plan, taken }: TargetProps) {
  const { t, i18n } = useTranslation()
  const english = i18n.language === "en"
  const said = (say: Say): string => (english ? say.en : say.zh)
  const put = (token: string): void =>
    change({ out: withEnding(`${withEnding(wish.out, null)}{${token}}`, wish.kind) })
  return (
    <Form.Item
      label={t("export.target")}
      htmlFor="export-out"
      {...(plan.ok ? {} : { validateStatus: "error", help: said(plan.say) })}
    >
      <Space.Compact block>
        <Input
          id="export-out"
          value={wish.out}
          onChange={({ target }) => change({ out: target.value })}
        />
        <Button
          onClick={() =>
            void chooseTarget(wish, door).then((out) => out !== null && change({ out }))
          }
        >
          {t("export.choose")}
        </Button>
      </Space.Compact>
      <div className="export-tokens" role="group" aria-label={t("export.tokens")}>
        {Object.values(NAME_TOKENS).map(([en, zh]) => (
          <Button key={en} size="small" type="text" onClick={() => put(english ? en : zh)}>
            {`{${english ? en : zh}}`}
          </Button>
        ))}
      </div>
      {plan.ok && <Names plan={plan} taken={taken} />}
    </Form.Item>
  )
}

/** The names that the files will have, the first of many; those that are taken are said. */
function Names({
  plan,
  taken,
}: {
  readonly plan: FilePlan & { readonly ok: true }
  readonly taken: readonly string[]
}) {
  const { t } = useTranslation()
  const names = plan.files.map(({ path }) => folderAndName(path)[1])
  const more = names.length - SHOWN
  return (
    <div className="export-names" aria-label={t("export.names")}>
      {names.slice(0, SHOWN).map((name) => (
        <div key={name}>{name}</div>
      ))}
      {more > 0 && <div>{t("export.more", { count: names.length })}</div>}
      {taken.length > 0 && (
        <div className="export-taken">
          {names.length === 1 ? t("export.taken") : t("export.takenMany", { count: taken.length })}
        </div>
      )}
    </div>
  )
}

/** The files that a wish leads to, before any is written, and those of them that are there already. */
export function usePlan(
  wish: ExportWish,
  range: PageRange,
  door: Door,
): { readonly plan: FilePlan; readonly taken: readonly string[] } {
  const issue = useStore(desk, (state) => state.issue)
  const pages = range.ok ? range.pages.join("\n") : ""
  const [taken, setTaken] = useState<readonly string[]>([])
  const plan = useMemo<FilePlan>(() => {
    const named = pages !== "" || wish.scope === "article"
    if (!issue || !named || wish.out.trim() === "") return { ok: true, files: [] }
    return planFiles(issue, fileWish(wish, pages === "" ? [] : pages.split("\n")))
  }, [issue, wish, pages])
  const paths = plan.ok ? plan.files.map(({ path }) => path).join("\n") : ""
  useEffect(() => {
    let wanted = true
    const asked = paths === "" ? Promise.resolve([]) : takenOf(paths.split("\n"), door)
    void asked.then((found) => wanted && setTaken(found))
    return () => {
      wanted = false
    }
  }, [paths, door])
  return { plan, taken }
}
