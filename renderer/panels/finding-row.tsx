import { Button } from "antd"
import { CircleAlert, Info, TriangleAlert } from "lucide-react"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Finding } from "../../layouts/finding.ts"
import { isMakeable } from "../../layouts/issue/made-glyph.ts"
import { openReadings } from "../app/beside-deeds.ts"
import { jumpTo } from "../state/jump.ts"
import { makeGlyph } from "../state/wanted-glyph.ts"
import { view } from "../state/view.ts"
import "../style/findings.css"

/** The sign of each severity. */
export const SIGN = { error: CircleAlert, warning: TriangleAlert, note: Info } as const

interface FindingRowProps {
  readonly finding: Finding
  /** The page that is told beside it; null for none. */
  readonly page: string | null
  /** Called before the desk goes to its place. */
  readonly onGo?: () => void
}

/** One finding; a click goes to its place. */
export const FindingRow = memo(function FindingRow({ finding, page, onGo }: FindingRowProps) {
  const { t } = useTranslation()
  const english = useStore(view, (state) => state.language === "en")
  const { severity, say, where, rule } = finding
  const Sign = SIGN[severity]
  const lacking = rule === "fonts/missing-glyph" ? lackingIn(say.zh) : null
  const go = (): void => {
    onGo?.()
    jumpTo(where)
  }
  return (
    <li data-rule={rule}>
      <button type="button" title={rule} onClick={go}>
        <Sign size={14} className={severity} aria-label={t(`findings.${severity}`)} />
        <span>{english ? say.en : say.zh}</span>
        <span className="quiet">{page}</span>
      </button>
      {rule === "line/small-ruby" && (
        <Button size="small" className="finding-deed" onClick={() => openReadings(where)}>
          {t("styles.readingRooms.open")}
        </Button>
      )}
      {lacking !== null && (
        <Button size="small" className="finding-deed" onClick={() => makeGlyph(lacking)}>
          {t("glyphs.make")}
        </Button>
      )}
    </li>
  )
})

/** The character that no face has, out of the sentence that says so; null for one that cannot be made. */
function lackingIn(sentence: string): string | null {
  const character = /“(.)”/u.exec(sentence)?.[1]
  return character !== undefined && isMakeable(character) ? character : null
}
