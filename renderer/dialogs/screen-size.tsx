import { InputNumber, Modal, Slider } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { closeDialog } from "../state/dialog.ts"
import { setPreferences } from "../state/preferences.ts"
import { view } from "../state/view.ts"
import type { DialogProps } from "./dialog-props.ts"
import "../style/screen-size.css"

/** A bank card, mm. Source: ISO/IEC 7810, ID-1. */
const CARD = { width: 85.6, height: 53.98, corner: 3.18 } as const

/** The length of the ruler under the card, mm. */
const RULER = 100

/** Densities that screens have, CSS pixels an inch. */
const LIMITS = { least: 60, most: 240 } as const

/** Asks how large this screen is: a bank card or a ruler is held to it until both are alike. */
export function ScreenSize({ means: { door } }: DialogProps) {
  const { t } = useTranslation()
  const dpi = useStore(view, (state) => state.screenDpi)
  const set = (value: number | null): void => {
    if (value !== null) void setPreferences({ screenDpi: Math.round(value * 10) / 10 }, door)
  }
  const px = (mm: number): number => (mm / 25.4) * dpi
  return (
    <Modal open title={t("screenSize.title")} footer={null} width={620} onCancel={closeDialog}>
      <p>{t("screenSize.how")}</p>
      <div className="screen-size">
        <div
          className="screen-card"
          style={{ width: px(CARD.width), height: px(CARD.height), borderRadius: px(CARD.corner) }}
        >
          {t("screenSize.card")}
        </div>
        <svg className="screen-ruler" width={px(RULER) + 18} height={34} role="img">
          <title>{t("screenSize.ruler")}</title>
          {Array.from({ length: RULER + 1 }, (_, mm) => (
            <rect key={mm} x={px(mm)} y={0} width={1} height={mm % 10 ? (mm % 5 ? 6 : 10) : 16} />
          ))}
          {Array.from({ length: RULER / 10 + 1 }, (_, cm) => (
            <text key={cm} x={px(cm * 10) + 3} y={28}>
              {cm}
            </text>
          ))}
        </svg>
      </div>
      <div className="screen-fields">
        <Slider
          min={LIMITS.least}
          max={LIMITS.most}
          step={0.5}
          value={dpi}
          tooltip={{ open: false }}
          aria-label={t("screenSize.title")}
          onChange={set}
        />
        <InputNumber
          size="small"
          min={LIMITS.least}
          max={LIMITS.most}
          step={0.5}
          value={dpi}
          suffix="px/in"
          aria-label={t("preferences.screenDpi")}
          onChange={set}
        />
      </div>
    </Modal>
  )
}
