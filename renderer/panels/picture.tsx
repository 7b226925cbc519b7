import { Button, Empty, Input, Segmented, Slider } from "antd"
import { ImageUp, RotateCcw, Trash2 } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setPicture } from "../../layouts/edits/set-picture.ts"
import type { Crop, PlacedPicture } from "../../layouts/flow/pictures.ts"
import type { Article, Picture as ArticlePicture } from "../../layouts/issue/article.ts"
import { perform } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { choosePictures } from "../state/place-pictures.ts"
import { view } from "../state/view.ts"
import "../style/picture.css"
import { scaled, zoomOf } from "../tools/crop.ts"
import { CaptionFields } from "./caption-fields.tsx"
import { WrapFields } from "./wrap-fields.tsx"
import { CropEditor } from "./crop-editor.tsx"

/** The chosen picture (图片): its part, its fit, how fine it is, its caption and credit. */
export function Picture({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const chosen = useChosen()
  if (!chosen) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("picture.none")} />
  const { article, placed } = chosen
  const picture = article.pictures[placed.index] ?? null
  return (
    <div className="picture-panel" data-testid="picture">
      {placed.shown && picture && (
        <PartFields key={picture.id} article={article.id} placed={placed} picture={picture} />
      )}
      {!placed.shown && <p className="quiet">{t("picture.awaited")}</p>}
      <div className="picture-ways">
        <Button
          size="small"
          icon={<ImageUp size={14} />}
          onClick={() => void choosePictures(means)}
        >
          {t("picture.replace")}
        </Button>
        {picture && (
          <Button
            size="small"
            icon={<Trash2 size={14} />}
            onClick={() => perform(setPicture(article.id, placed.index, null))}
          >
            {t("picture.remove")}
          </Button>
        )}
      </div>
      <WrapFields key={`wrap ${placed.frame.id}`} frames={[placed.frame]} />
      <CaptionFields article={article} />
    </div>
  )
}

const FITS = ["fill", "whole"] as const

interface PartProps {
  readonly article: string
  readonly placed: PlacedPicture
  readonly picture: ArticlePicture
}

/** Which part of the picture is shown, how it fits, and how fine it then is. */
function PartFields({ article, placed, picture }: PartProps) {
  const { t } = useTranslation()
  const shown = placed.shown!
  const [trial, setTrial] = useState<Crop | null>(null)
  const part = trial ?? shown.crop
  const whole = picture.fit === "whole"
  const keep = (change: Partial<ArticlePicture>): void => {
    setTrial(null)
    perform(setPicture(article, placed.index, { ...picture, ...change }))
  }
  const ppi = Math.floor(shown.ppi)
  const zoom = zoomOf(part)
  return (
    <>
      <CropEditor
        picture={picture.id}
        size={shown.size}
        part={part}
        free={whole}
        onTry={setTrial}
        onKeep={(crop) => keep({ crop })}
      />
      <div className="picture-row">
        <Segmented
          size="small"
          value={picture.fit ?? "fill"}
          options={FITS.map((value) => ({ value, label: t(`picture.${value}`) }))}
          onChange={(fit) => keep({ fit })}
        />
        <Button
          size="small"
          type="text"
          icon={<RotateCcw size={14} />}
          aria-label={t("picture.reset")}
          title={t("picture.reset")}
          onClick={() => perform(setPicture(article, placed.index, uncut(picture)))}
        />
        <span className={ppi < 150 ? "ppi bad" : ppi < 200 ? "ppi poor" : "ppi"}>
          {t("picture.ppi", { ppi })}
        </span>
      </div>
      <label className="picture-row">
        <span>{t("picture.scale")}</span>
        <Slider
          min={100}
          max={500}
          value={Math.round(zoom * 100)}
          tooltip={{ formatter: (value) => `${value} %` }}
          onChange={(value: number) => setTrial(scaled(part, zoom / (value / 100)))}
          onChangeComplete={(value: number) => keep({ crop: scaled(part, zoom / (value / 100)) })}
        />
      </label>
      <label className="picture-row">
        <span>{t("picture.alt")}</span>
        <Input
          size="small"
          value={picture.alt}
          onChange={(event) => keep({ alt: event.target.value })}
        />
      </label>
      <p className="quiet">
        {t("picture.size", { width: shown.size.width, height: shown.size.height })}
      </p>
    </>
  )
}

/** A picture without what the person cut away. */
function uncut({ crop: _, ...picture }: ArticlePicture): ArticlePicture {
  return picture
}

/** The picture of the chosen frame, else the first of the chosen article. */
function useChosen(): { readonly article: Article; readonly placed: PlacedPicture } | null {
  const pages = useStore(desk, (state) => state.pages)
  const selection = useStore(view, (state) => state.selection)
  const chosen = useStore(view, (state) => state.article)
  const sets = pages.flatMap((page) => page.articles)
  for (const { article, pictures } of sets) {
    const placed = pictures.find(({ frame }) => selection.includes(frame.id))
    if (placed) return { article, placed }
  }
  const set = sets.find(({ article }) => article.id === chosen)
  const placed = set?.pictures[0]
  return set && placed ? { article: set.article, placed } : null
}
