import { Button, Switch } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { setFit } from "../../layouts/edits/set-fit.ts"
import { setHeadSetting, type HeadChange } from "../../layouts/edits/set-head.ts"
import { joined } from "../../layouts/issue/change.ts"
import {
  HEAD_STRETCH,
  HEAD_TRACKING,
  HOUSE_TABLE,
  PLAIN_HEAD,
} from "../../layouts/issue/head-setting.ts"
import { settingOf } from "../../layouts/issue/setting.ts"
import { sizeName } from "../../layouts/type-sizes.ts"
import { pt } from "../../layouts/units.ts"
import { ChoiceField } from "../controls/choice-field.tsx"
import { PercentField } from "../controls/percent-field.tsx"
import { perform } from "../state/actions.ts"
import { composedArticle, desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { typingGoesOn } from "../state/typing.ts"
import { view } from "../state/view.ts"
import "../style/headline.css"
import { HeadLinesField } from "./head-lines-field.tsx"
import { HeadPlaceRow } from "./head-place-row.tsx"
import { HeadSizesField } from "./head-sizes-field.tsx"

/** The headline panel (标题): how the chosen article's headline is set, and the paper's sizes for all. */
export function Headline({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const id = useStore(view, (state) => state.article)
  const set = useStore(desk, (state) => (id === null ? null : composedArticle(state, id)))
  if (!set?.heads[0]) return <p className="headline-none">{t("headline.none")}</p>
  return (
    <section className="headline" aria-label={t("panel.headline")}>
      <header>
        <span className="headline-name" title={nameOf(set.article)}>
          {nameOf(set.article) || t("tray.untitled")}
        </span>
      </header>
      <p className="headline-done" data-testid="headline-done">
        <Done set={set} />
      </p>
      <HeadFields set={set} />
      <HeadPlaceRow set={set} means={means} />
      <HeadLinesField key={set.article.id} set={set} />
      <HeadSizesField />
    </section>
  )
}

/** What the headline is set in, in words. */
function Done({ set }: { readonly set: ComposedArticle }) {
  const { t } = useTranslation()
  const head = set.heads[0]!
  const main = head.lines.filter(({ role }) => role === "headline")
  const size = main[0]?.line.runs[0]?.size ?? 0
  const { tracking, stretch, byRoom } = head.fitted
  const parts = [
    sizeWords(size, t("fit.points", { size })),
    t("headline.lines", { count: main.length }),
    ...(tracking === 0 ? [] : [t("headline.spaced", { percent: Math.round(tracking * 100) })]),
    ...(stretch === 1 ? [] : [t("headline.wide", { percent: Math.round(stretch * 100) })]),
    ...(byRoom ? [t("headline.byRoom")] : []),
    ...(head.fitted.unfilled ? [t("headline.unfilled")] : []),
    ...(head.overfull ? [t("headline.overfull")] : []),
  ]
  return parts.join(t("headline.comma"))
}

function HeadFields({ set: { article } }: { readonly set: ComposedArticle }) {
  const { t } = useTranslation()
  const { fit, head = PLAIN_HEAD } = settingOf(article)
  const sizes = useSizes()
  const change = (wanted: HeadChange): void => {
    const edit = setHeadSetting(article.id, wanted)
    const goesOn = typingGoesOn(`head ${article.id} ${Object.keys(wanted).join(" ")}`)
    perform(goesOn ? joined(edit) : edit)
  }
  const own = fit.headline === null || sizes.includes(fit.headline) ? [] : [fit.headline]
  return (
    <div className="headline-fields">
      <ChoiceField
        label={t("headline.size")}
        value={fit.headline ?? 0}
        options={[0, ...own, ...sizes].map((size) => ({
          value: size,
          label: size === 0 ? t("fit.own") : sizeWords(size, t("fit.points", { size })),
        }))}
        onChange={(size: number) =>
          perform(setFit(article.id, { headline: size === 0 ? null : pt(size) }))
        }
      />
      <PercentField
        label={t("headline.tracking")}
        value={head.tracking ?? 0}
        {...HEAD_TRACKING}
        step={1}
        onKeep={(tracking) => change({ tracking })}
      />
      <PercentField
        label={t("headline.stretch")}
        value={head.stretch ?? 1}
        {...HEAD_STRETCH}
        step={5}
        onKeep={(stretch) => change({ stretch })}
      />
      <label className="headline-switch">
        <span>{t("headline.fill")}</span>
        <Switch
          size="small"
          aria-label={t("headline.fill")}
          checked={head.fill === true}
          onChange={(fill) => change({ fill: fill ? true : null })}
        />
      </label>
      <Button
        size="small"
        disabled={head === PLAIN_HEAD && fit.headline === null}
        onClick={() => {
          perform(
            setHeadSetting(article.id, { fill: null, tracking: null, stretch: null, byHand: null }),
          )
          perform(joined(setFit(article.id, { headline: null })))
        }}
      >
        {t("fit.reset")}
      </Button>
    </div>
  )
}

/** The paper's sizes for headlines, large to small. */
export function useSizes(): readonly number[] {
  return useStore(desk, ({ issue }) => issue?.styles?.heads?.sizes ?? HOUSE_TABLE.sizes)
}

function sizeWords(size: number, points: string): string {
  const name = sizeName(pt(size))
  return name === null ? points : `${points} ${name}`
}
