import { useEffect, useRef } from "react"
import { useStore } from "zustand"
import { useTranslation } from "react-i18next"
import type { Page } from "../../layouts/issue/page.ts"
import type { TileStore } from "../canvas/tile-store.ts"
import { useAtRest } from "../state/at-rest.ts"
import { composedPage, desk } from "../state/desk.ts"
import { lengthOfPage } from "../state/lengths.ts"
import { facing } from "../state/spread.ts"
import { view } from "../state/view.ts"
import "../style/pages.css"
import { LengthTag } from "./length-tag.tsx"
import { PageThumb, useThumbs, type Thumbs } from "./page-thumb.tsx"

const NO_PAGES: readonly Page[] = []

/** The page strip: every page as it looks, with what is over or short on it; spreads stand together. */
export function Pages({ tiles }: { readonly tiles: TileStore }) {
  const { t } = useTranslation()
  const pages = useStore(desk, (state) => state.issue?.pages ?? NO_PAGES)
  const mode = useStore(view, (state) => state.spread)
  const composing = useStore(desk, (state) => state.composing)
  const thumbs = useThumbs(tiles)
  const spreads = pages
    .map(({ id }) => facing(pages, id, mode))
    .filter((spread, i) => spread[0] === pages[i] || !spread.includes(pages[i]!))
  return (
    <nav className="pages" aria-label={t("view.pages")} aria-busy={composing}>
      {spreads.map((spread) => (
        <div key={spread[0]!.id} className="strip-spread">
          {spread.map((page) => (
            <StripPage key={page.id} page={page} thumbs={thumbs} />
          ))}
        </div>
      ))}
    </nav>
  )
}

interface StripPageProps {
  readonly page: Page
  readonly thumbs: Thumbs
}

function StripPage({ page, thumbs }: StripPageProps) {
  const chosen = useStore(view, (state) => state.page === page.id)
  const composed = useAtRest((state) => composedPage(state, page.id))
  const { section = "" } = page.words ?? {}
  const length = composed && lengthOfPage(composed)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView?.({ block: "nearest", inline: "nearest" })
  }, [chosen])
  return (
    <button
      type="button"
      data-strip-page={page.id}
      className={chosen ? "chosen" : ""}
      aria-current={chosen}
      title={`${page.id} ${section}`}
      ref={button}
      onClick={() => view.setState({ page: page.id, selection: [] })}
    >
      <PageThumb page={page} thumbs={thumbs} />
      <span className="strip-name">{page.id}</span>
      <span className="strip-state">
        {length && (length.over > 0 || length.short > 0) ? <LengthTag length={length} /> : section}
      </span>
    </button>
  )
}
