import { Button, InputNumber, Select } from "antd"
import {
  AlignCenterVertical,
  AlignEndVertical,
  AlignStartVertical,
  Ellipsis,
  Plus,
  Trash2,
  type LucideIcon,
} from "lucide-react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  FURTHEST_STOP,
  readTabStops,
  tabWords,
  type TabAlign,
  type TabStop,
} from "../../layouts/issue/tab-stops.ts"
import "../style/tabs.css"

/** How far behind the last stop a new one stands, 字. */
const NEXT_STOP = 4

const ALIGNMENTS: readonly (readonly [TabAlign, LucideIcon | null])[] = [
  ["left", AlignStartVertical],
  ["center", AlignCenterVertical],
  ["right", AlignEndVertical],
  ["decimal", null],
]

export interface TabFieldsProps {
  /** Stops as they are kept; "" for none, null where there are several. */
  readonly value: string | null
  /** Null takes the stops away. */
  readonly onChange: (tabs: string | null) => void
}

/** Where tabs lead to (制表位): a row for each stop, and one more at a press. */
export function TabFields({ value, onChange }: TabFieldsProps) {
  const { t } = useTranslation()
  const stops = (value ? readTabStops(value) : null) ?? []
  const keep = (next: readonly TabStop[]): void =>
    onChange(next.length === 0 ? null : tabWords(next))
  const add = (): void => {
    const at = Math.min(FURTHEST_STOP, (stops.at(-1)?.at ?? 0) + NEXT_STOP)
    keep([...stops, { at, align: "left", leader: false }])
  }
  return (
    <div className="tab-fields" role="group" aria-label={t("styles.tabs")}>
      <div className="frame-row">
        <span>{t("styles.tabs")}</span>
        <span className="tab-none">
          <span className="quiet">
            {value === null
              ? t("styles.various")
              : t(stops.length === 0 ? "styles.usualTabs" : "styles.tabCount", {
                  count: stops.length,
                })}
          </span>
          <Button
            type="text"
            size="small"
            icon={<Plus size={16} />}
            aria-label={t("styles.addTab")}
            title={t("styles.addTab")}
            onClick={add}
          />
        </span>
      </div>
      {stops.map((stop, i) => (
        <StopRow
          key={i}
          stop={stop}
          onKeep={(next) => keep(stops.map((each, k) => (k === i ? next : each)))}
          onRemove={() => keep(stops.filter((_, k) => k !== i))}
        />
      ))}
    </div>
  )
}

interface StopRowProps {
  readonly stop: TabStop
  readonly onKeep: (stop: TabStop) => void
  readonly onRemove: () => void
}

/** One stop: its place, what stands there, its dots. */
function StopRow({ stop, onKeep, onRemove }: StopRowProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<number | null>(stop.at)
  useEffect(() => setDraft(stop.at), [stop.at])
  const keepAt = (at: number | null): void => {
    if (at === null || at === stop.at) setDraft(stop.at)
    else onKeep({ ...stop, at })
  }
  return (
    <div className="tab-stop">
      <InputNumber
        size="small"
        value={draft}
        min={0.25}
        max={FURTHEST_STOP}
        step={0.5}
        suffix={t("styles.zi")}
        aria-label={t("styles.tabAt")}
        onChange={setDraft}
        onStep={keepAt}
        onPressEnter={() => keepAt(draft)}
        onBlur={() => keepAt(draft)}
      />
      <Select<TabAlign>
        size="small"
        value={stop.align}
        aria-label={t("styles.tabAlign")}
        options={ALIGNMENTS.map(([align, Icon]) => ({
          value: align,
          label: (
            <span className="tab-align">
              {Icon ? <Icon size={16} /> : <b aria-hidden>.0</b>}
              {t(`styles.tabAligns.${align}`)}
            </span>
          ),
        }))}
        onChange={(align) => onKeep({ ...stop, align })}
      />
      <Button
        type={stop.leader ? "primary" : "text"}
        size="small"
        aria-pressed={stop.leader}
        icon={<Ellipsis size={16} />}
        aria-label={t("styles.tabLeader")}
        title={t("styles.tabLeader")}
        onClick={() => onKeep({ ...stop, leader: !stop.leader })}
      />
      <Button
        type="text"
        size="small"
        icon={<Trash2 size={14} />}
        aria-label={t("styles.removeTab")}
        title={t("styles.removeTab")}
        onClick={onRemove}
      />
    </div>
  )
}
