import { Empty, Segmented, Select } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
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
import { pt } from "../../layouts/units.ts"
import type { Command } from "../commands/command.ts"
import { InkChoice } from "../controls/ink-choice.tsx"
import { NumberField } from "../controls/number-field.tsx"
import { perform } from "../state/actions.ts"
import { chosenOn } from "../state/chosen.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import "../style/frame.css"
import { FrameButtons } from "./frame-buttons.tsx"
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
      <Way frames={frames} />
      <HeadlineInk frames={frames} />
      <LookFields frames={frames} />
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
            ...articles.map(({ id, headline }) => ({
              value: id,
              label: headline ?? t("tray.untitled"),
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

/** Weight, ground and inks of rules and boxes. */
function LookFields({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation()
  const drawn = frames.filter(({ role }) => isDrawn(role))
  if (drawn.length === 0) return null
  const ids = drawn.map(({ id }) => id)
  const boxes = drawn.filter(({ role }) => role === "box")
  const rules = new Set(drawn.map(({ look }) => look?.rule ?? 0))
  const tints = new Set(boxes.map(({ look }) => look?.tint ?? 0))
  const boxIds = boxes.map(({ id }) => id)
  return (
    <>
      <div className="frame-fields">
        <NumberField
          label={t("frame.rule")}
          value={rules.size === 1 ? Math.round([...rules][0]! * 100) / 100 : null}
          least={0}
          most={20}
          step={0.25}
          suffix={t("frame.pt")}
          onKeep={(rule) => perform(setLook(ids, { rule: pt(rule) }))}
        />
        {boxes.length > 0 && (
          <NumberField
            label={t("frame.tint")}
            value={tints.size === 1 ? Math.round([...tints][0]! * 100) : null}
            least={0}
            most={100}
            step={5}
            suffix={t("frame.percent")}
            onKeep={(tint) => perform(setLook(boxIds, { tint: tint / 100 }))}
          />
        )}
      </div>
      <InkChoice
        label={t("inks.rule")}
        value={theOne(drawn.map(({ look }) => look?.ink ?? "black"))}
        onChange={(ink) => perform(setLook(ids, { ink: ink ?? "black" }))}
      />
      {boxes.length > 0 && (
        <InkChoice
          label={t("inks.ground")}
          value={theOne(boxes.map(({ look }) => look?.ground ?? "black"))}
          onChange={(ground) => perform(setLook(boxIds, { ground: ground ?? "black" }))}
        />
      )}
    </>
  )
}
