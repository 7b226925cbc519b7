import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setPicture } from "../../layouts/edits/set-picture.ts"
import type { Crop, PlacedPicture, ShownPicture } from "../../layouts/flow/pictures.ts"
import { followPointer } from "../controls/follow-pointer.ts"
import { perform, pictureAddress } from "../state/actions.ts"
import { cropping, endCrop } from "../state/cropping.ts"
import { CROP_CORNERS, CROP_STEPS, scaled, slid, wholeAround } from "../tools/crop.ts"
import type { MarkedPage } from "./flash-mark.tsx"
import { areaStyle } from "./pixels.ts"

/** The picture that is cropped on the page: all of it, pale outside of its frame. */
export function CropMark({ page, px }: MarkedPage) {
  const frame = useStore(cropping, (state) => state.frame)
  for (const { article, pictures } of page.articles)
    for (const placed of pictures)
      if (placed.frame.id === frame && placed.page.id === page.page.id && placed.shown)
        return <Cropped article={article.id} placed={placed} shown={placed.shown} px={px} />
  return null
}

interface CroppedProps {
  readonly article: string
  readonly placed: PlacedPicture
  readonly shown: ShownPicture
  readonly px: number
}

/** A picture that is dragged in its frame, scaled by its corners; Enter, Esc or a press outside end it. */
function Cropped({ article, placed, shown, px }: CroppedProps) {
  const { t } = useTranslation()
  const stage = useRef<HTMLDivElement>(null)
  const [trial, setTrial] = useState<Crop | null>(null)
  const latest = useRef<Crop>(shown.crop)
  const part = (latest.current = trial ?? shown.crop)
  const whole = wholeAround(shown.box, part)
  const keep = (crop: Crop): void => {
    setTrial(null)
    perform(setPicture(article, placed.index, { ...shown.picture, crop }))
  }
  useEndOutside(stage)

  const follow = (down: PointerEvent, move: (event: globalThis.PointerEvent) => Crop): void => {
    if (down.button !== 0) return
    const before = part
    followPointer(down, {
      move: (event) => setTrial((latest.current = move(event))),
      end: () => (latest.current === before ? setTrial(null) : keep(latest.current)),
    })
  }
  const onSlide = (down: PointerEvent): void => {
    const { width, height } = whole
    follow(down, ({ clientX, clientY }) =>
      slid(part, (down.clientX - clientX) / (width * px), (down.clientY - clientY) / (height * px)),
    )
  }
  const onCorner = (down: PointerEvent): void => {
    const { left, top, width, height } = stage.current!.getBoundingClientRect()
    const away = (event: { readonly clientX: number; readonly clientY: number }): number =>
      Math.hypot(event.clientX - left - width / 2, event.clientY - top - height / 2)
    const from = Math.max(1, away(down))
    follow(down, (event) => scaled(part, from / Math.max(1, away(event))))
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = CROP_STEPS[event.key]
    if (step) keep(slid(part, -step[0], -step[1]))
    else if (event.key === "Escape" || event.key === "Enter") endCrop()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const inFrame = { ...whole, x: whole.x - shown.box.x, y: whole.y - shown.box.y }
  const address = pictureAddress(shown.picture.id) ?? ""
  return (
    <div className="crop-mark" data-testid="crop-mark">
      <img
        src={address}
        alt=""
        draggable={false}
        style={areaStyle(whole, px)}
        onPointerDown={onSlide}
      />
      <div
        ref={stage}
        className="crop-frame"
        tabIndex={0}
        role="slider"
        aria-label={t("picture.part")}
        aria-valuenow={Math.round(part.x * 100)}
        aria-valuetext={`${Math.round(part.x * 100)} %, ${Math.round(part.y * 100)} %`}
        style={areaStyle(shown.box, px)}
        onPointerDown={onSlide}
        onKeyDown={onKey}
      >
        <img src={address} alt="" draggable={false} style={areaStyle(inFrame, px)} />
      </div>
      {CROP_CORNERS.map(({ across, down }) => (
        <i
          key={`${across}${down}`}
          className="crop-corner"
          style={{
            left: (whole.x + (across < 0 ? 0 : whole.width)) * px,
            top: (whole.y + (down < 0 ? 0 : whole.height)) * px,
            cursor: across === down ? "nwse-resize" : "nesw-resize",
          }}
          onPointerDown={onCorner}
        />
      ))}
    </div>
  )
}

/** Takes the keyboard, and ends the cropping with a press anywhere else on the page. */
function useEndOutside(stage: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    stage.current?.focus({ preventScroll: true })
    const press = (event: globalThis.PointerEvent): void => {
      const { target } = event
      const inside = target instanceof Element && target.closest(".crop-mark, .picture-panel")
      if (!inside && target instanceof Element && target.closest(".page-canvas")) endCrop()
    }
    window.addEventListener("pointerdown", press, true)
    return () => window.removeEventListener("pointerdown", press, true)
  }, [stage])
}
