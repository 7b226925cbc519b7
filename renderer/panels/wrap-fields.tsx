import { Button, Segmented } from "antd"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setInset, setWrap, type WrapChange } from "../../layouts/edits/set-wrap.ts"
import { canStandIn, canWrap, type Frame } from "../../layouts/issue/page.ts"
import { presetOutline, WRAP_BOUNDS, type Wrap } from "../../layouts/issue/wrap.ts"
import { NumberField } from "../controls/number-field.tsx"
import { perform } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { tracePicture } from "../state/trace-picture.ts"
import "../style/frame.css"
import "../style/line-choice.css"
import { OutlineEditor } from "./outline-editor.tsx"

const SHAPES = ["none", "box", "outline", "band"] as const
const SIDES = ["wider", "both"] as const

/** How text goes round the chosen frames (绕排), and how far they stand in from their columns. */
export function WrapFields({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation()
  const wrapping = frames.filter(({ role }) => canWrap(role))
  if (wrapping.length === 0) return null
  const ids = wrapping.map(({ id }) => id)
  const [first] = wrapping
  const wrap = first!.wrap ?? null
  const change = (wanted: WrapChange | null): void => perform(setWrap(ids, wanted))
  return (
    <section className="article-looks" aria-label={t("wrap.title")}>
      <h4>{t("wrap.title")}</h4>
      <Segmented<(typeof SHAPES)[number]>
        size="small"
        block
        aria-label={t("wrap.title")}
        value={wrap?.shape ?? "none"}
        options={SHAPES.map((value) => ({ value, label: t(`wrap.${value}`) }))}
        onChange={(shape) => change(shape === "none" ? null : changeTo(shape, wrap))}
      />
      {wrap && wrap.shape !== "band" && <Beside wrap={wrap} change={change} />}
      {wrap?.shape === "outline" && wrapping.length === 1 && (
        <OutlineFields frame={first!} wrap={wrap} change={change} />
      )}
      <InsetFields frames={wrapping} />
    </section>
  )
}

/** What a wrap becomes that takes another shape: an outline is an ellipse until it is traced. */
function changeTo(shape: Wrap["shape"], wrap: Wrap | null): WrapChange {
  if (shape !== "outline" || wrap?.outline) return { shape }
  return { shape, outline: presetOutline("ellipse") }
}

interface WrapProps {
  readonly wrap: Wrap
  readonly change: (wanted: WrapChange) => void
}

/** On which side text stands, how far off, and how short its lines may be. */
function Beside({ wrap, change }: WrapProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className="frame-row">
        <span>{t("wrap.sides")}</span>
        <Segmented
          size="small"
          value={wrap.sides}
          options={SIDES.map((value) => ({ value, label: t(`wrap.${value}`) }))}
          onChange={(sides) => change({ sides })}
        />
      </div>
      <div className="frame-fields">
        <NumberField
          label={t("wrap.clearance")}
          value={wrap.clearance}
          least={0}
          most={WRAP_BOUNDS.clearance}
          step={0.5}
          suffix={t("wrap.zi")}
          onKeep={(clearance) => change({ clearance })}
        />
        <NumberField
          label={t("wrap.least")}
          value={wrap.least}
          least={WRAP_BOUNDS.least[0]}
          most={WRAP_BOUNDS.least[1]}
          suffix={t("wrap.zi")}
          onKeep={(least) => change({ least })}
        />
      </div>
    </>
  )
}

/** Where an outline comes from: traced from the picture, a preset, or drawn by hand. */
function OutlineFields({ frame, wrap, change }: WrapProps & { readonly frame: Frame }) {
  const { t } = useTranslation()
  const [untraced, setUntraced] = useState(false)
  const placed = useStore(desk, (state) =>
    state.pages
      .flatMap((page) => page.articles)
      .flatMap(({ pictures }) => pictures)
      .find((one) => one.frame.id === frame.id),
  )
  const trace = async (): Promise<void> => {
    const outline = placed ? await tracePicture(placed) : null
    setUntraced(outline === null)
    if (outline) change({ outline })
  }
  return (
    <>
      <div className="picture-ways">
        {placed?.shown && (
          <Button size="small" onClick={() => void trace()}>
            {t("wrap.trace")}
          </Button>
        )}
        {(["ellipse", "rounded"] as const).map((preset) => (
          <Button
            key={preset}
            size="small"
            onClick={() => change({ outline: presetOutline(preset) })}
          >
            {t(`wrap.${preset}`)}
          </Button>
        ))}
      </div>
      {untraced && <p className="quiet">{t("wrap.untraced")}</p>}
      <OutlineEditor
        key={frame.id}
        outline={wrap.outline ?? []}
        placed={placed ?? null}
        onKeep={(outline) => change({ outline })}
      />
    </>
  )
}

/** How far frames stand in from their columns, 字. */
function InsetFields({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation()
  const standing = frames.filter(({ role }) => canStandIn(role))
  if (standing.length === 0) return null
  const inset = standing[0]!.inset ?? { left: 0, right: 0 }
  const ids = standing.map(({ id }) => id)
  return (
    <div className="frame-fields">
      {(["left", "right"] as const).map((side) => (
        <NumberField
          key={side}
          label={t(`wrap.${side}`)}
          value={inset[side]}
          least={0}
          most={WRAP_BOUNDS.inset}
          suffix={t("wrap.zi")}
          onKeep={(zi) => perform(setInset(ids, { ...inset, [side]: zi }))}
        />
      ))}
    </div>
  )
}
