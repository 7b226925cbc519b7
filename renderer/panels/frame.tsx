import { Empty, Segmented, Select } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { fillFrame } from "../../layouts/edits/fill-frame.ts"
import { setFrameInk } from "../../layouts/edits/set-frame-ink.ts"
import { setFrameRole } from "../../layouts/edits/set-frame-role.ts"
import { setLook } from "../../layouts/edits/set-look.ts"
import { setVertical } from "../../layouts/edits/set-vertical.ts"
import { unthreadFrame } from "../../layouts/edits/unthread-frame.ts"
import {
  canTurn,
  isDrawn,
  takesArticle,
  type Frame,
  type FrameRole,
} from "../../layouts/issue/page.ts"
import type { Command } from "../commands/command.ts"
import { InkChoice } from "../controls/ink-choice.tsx"
import { perform } from "../state/actions.ts"
import { chosenOn } from "../state/chosen.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import "../style/frame.css"
import { ArticleLooks } from "./article-looks.tsx"
import { BandFields } from "./band-fields.tsx"
import { ColumnFields } from "./column-fields.tsx"
import { FrameButtons } from "./frame-buttons.tsx"
import { LookFields } from "./look-fields.tsx"
import { WrapFields } from "./wrap-fields.tsx"
import { RegionFields } from "./region-fields.tsx"

/** Roles that a frame can be given; rules and boxes are drawn. */
const ROLES: readonly FrameRole[] = ["headline", "body", "picture", "caption", "filler", "house"]

/** The chosen frames (框): what they show, where they stand, how they are drawn, what they belong to. */
export function FramePanel({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const pages = useStore(desk, (state) => state.pages)
  const shown = useStore(view, (state) => state.page)
  const selection = useStore(view, (state) => state.selection)
  const now = chosenOn(pages, shown, selection)
  if (!now) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("frame.none")} />
  const { page, frames } = now
  const [only] = frames
  return (
    <div className="frame-panel" data-testid="frame">
      <FrameButtons commands={commands} />
      <Role frames={frames} />
      {frames.length === 1 && takesArticle(only!.role) && <Shows frame={only!} />}
      {frames.length === 1 && <RegionFields key={only!.id} grid={page.grid} frame={only!} />}
      <ColumnFields key={`columns ${only!.id}`} grid={page.grid} frames={frames} />
      <Way frames={frames} />
      <BandFields key={`bands ${only!.id}`} grid={page.grid} frames={frames} />
      <HeadlineInk frames={frames} />
      <Drawn frames={frames} />
      <WrapFields frames={frames} />
      <ArticleLooks frames={frames} />
    </div>
  )
}

/** What the frames are for; several of several kinds say so. */
function Role({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation()
  const roles = new Set(frames.map(({ role }) => role))
  const one = roles.size === 1 ? frames[0]!.role : null
  const fixed = frames.some(({ role }) => isDrawn(role))
  return (
    <label className="frame-row">
      <span>{t("frame.what")}</span>
      <Select
        size="small"
        value={one}
        placeholder={t("frame.various")}
        disabled={fixed}
        options={(fixed && one ? [one] : ROLES).map((role) => ({
          value: role,
          label: t(`frame.role.${role}`),
        }))}
        onChange={(role: FrameRole) =>
          perform(
            setFrameRole(
              frames.map(({ id }) => id),
              role,
            ),
          )
        }
      />
    </label>
  )
}

/** The article that a frame shows, and its place in the thread. */
function Shows({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const articles = issue?.articles ?? []
  const thread = issue?.pages
    .flatMap(({ frames }) => frames)
    .filter(({ role, article }) => role === "body" && article === frame.article)
  const threaded = frame.role === "body" && frame.article !== null
  return (
    <>
      <label className="frame-row">
        <span>{t("frame.article")}</span>
        <Select
          size="small"
          showSearch={{ optionFilterProp: "label" }}
          value={frame.article ?? ""}
          options={[
            { value: "", label: t("frame.noArticle"), disabled: !threaded },
            ...articles.map((article) => ({
              value: article.id,
              label: nameOf(article) || t("tray.untitled"),
            })),
          ]}
          onChange={(article: string) =>
            perform(article === "" ? unthreadFrame(frame.id) : fillFrame(frame.id, article))
          }
        />
      </label>
      {threaded && (
        <p className="frame-row">
          <span>{t("frame.thread")}</span>
          {t("frame.threadOf", { order: frame.order + 1, count: thread?.length ?? 1 })}
        </p>
      )}
    </>
  )
}

/** Whether words run across the page or down it; frames that differ show neither. */
function Way({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation()
  const turning = frames.filter(({ role }) => canTurn(role))
  if (turning.length === 0) return null
  const vertical = theOne(turning.map((frame) => frame.vertical === true))
  return (
    <div className="frame-row">
      <span>{t("frame.way")}</span>
      <Segmented
        size="small"
        value={vertical === undefined ? null : vertical ? "down" : "across"}
        options={(["across", "down"] as const).map((value) => ({
          value,
          label: t(`frame.${value}`),
        }))}
        onChange={(way) =>
          perform(
            setVertical(
              turning.map(({ id }) => id),
              way === "down",
            ),
          )
        }
      />
    </div>
  )
}

/** The ink of headlines' words. */
function HeadlineInk({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation()
  const heads = frames.filter(({ role }) => role === "headline")
  if (heads.length === 0) return null
  return (
    <InkChoice
      label={t("inks.ink")}
      value={theOne(heads.map(({ ink }) => ink ?? null))}
      none={t("inks.asStyle")}
      onChange={(ink) =>
        perform(
          setFrameInk(
            heads.map(({ id }) => id),
            ink,
          ),
        )
      }
    />
  )
}

/** The one value of some; undefined for several. */
function theOne<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined
}

/** Style, ground and inks of rules and boxes. */
function Drawn({ frames }: { readonly frames: readonly Frame[] }) {
  const drawn = frames.filter(({ role }) => isDrawn(role))
  const looks = drawn.flatMap(({ look }) => look ?? [])
  if (looks.length === 0) return null
  return (
    <LookFields
      looks={looks}
      boxed={drawn.every(({ role }) => role === "box")}
      onChange={(change) =>
        perform(
          setLook(
            drawn.map(({ id }) => id),
            change,
          ),
        )
      }
    />
  )
}
