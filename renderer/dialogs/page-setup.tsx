import { Button, Modal } from "antd"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setGrid } from "../../layouts/edits/set-grid.ts"
import { longMeasure, typeArea } from "../../layouts/grid/geometry.ts"
import type { Grid, Page } from "../../layouts/issue/page.ts"
import { mm, mmToPt, pt, ptToMm, TOLERANCE, zi, type Pt } from "../../layouts/units.ts"
import { NumberField } from "../controls/number-field.tsx"
import { perform } from "../state/actions.ts"
import { closeDialog } from "../state/dialog.ts"
import { composedPage, desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import "../style/templates.css"

type Setup = Pick<Page, "sheet" | "grid">

/** Sheet and type area (版心) of the page that is shown, or of the template on the canvas. */
export function PageSetup() {
  const shown = useStore(view, (state) => state.page)
  const page = useStore(desk, (state) => composedPage(state, shown)?.page ?? null)
  return page ? <Setting key={page.id} page={page} /> : null
}

function Setting({ page }: { readonly page: Page }) {
  const { t } = useTranslation()
  const [setup, setSetup] = useState<Setup>(page)
  const { sheet, grid } = setup
  const changeGrid = (some: Partial<Grid>): void => setSetup({ sheet, grid: { ...grid, ...some } })
  const fault = faultOf(setup)
  const area = typeArea(grid)
  const keep = (): void => {
    closeDialog()
    perform(setGrid(page.id, setup))
  }
  const centre = (): void =>
    changeGrid({
      x: pt((mmToPt(sheet.width) - area.width) / 2),
      y: pt((mmToPt(sheet.height) - area.height) / 2),
    })
  return (
    <Modal
      open
      title={t("pageSetup.title", { page: page.id })}
      width={560}
      okButtonProps={{ disabled: fault !== null }}
      onOk={keep}
      onCancel={closeDialog}
    >
      <div className="page-setup">
        <h3>{t("pageSetup.sheet")}</h3>
        <div className="field-row">
          <Millimetres
            name="width"
            value={sheet.width}
            onKeep={(to) => setSetup({ sheet: { ...sheet, width: mm(to) }, grid })}
          />
          <Millimetres
            name="height"
            value={sheet.height}
            onKeep={(to) => setSetup({ sheet: { ...sheet, height: mm(to) }, grid })}
          />
          <Millimetres
            name="bleed"
            value={sheet.bleed}
            onKeep={(to) => setSetup({ sheet: { ...sheet, bleed: mm(to) }, grid })}
          />
        </div>
        <h3>{t("pageSetup.type")}</h3>
        <GridFields grid={grid} onChange={changeGrid} />
        <h3>{t("pageSetup.place")}</h3>
        <div className="field-row">
          <Millimetres
            name="left"
            value={inMm(grid.x)}
            onKeep={(to) => changeGrid({ x: mmToPt(mm(to)) })}
          />
          <Millimetres
            name="top"
            value={inMm(grid.y)}
            onKeep={(to) => changeGrid({ y: mmToPt(mm(to)) })}
          />
          <Button size="small" onClick={centre}>
            {t("pageSetup.centre")}
          </Button>
        </div>
        <p className={fault ? "over" : "quiet"}>
          {fault
            ? t(`pageSetup.${fault}`)
            : t("pageSetup.area", {
                zi: Math.round(longMeasure(grid, grid.columns) * 10) / 10,
                lines: grid.lines,
                width: inMm(area.width),
                height: inMm(area.height),
              })}
        </p>
      </div>
    </Modal>
  )
}

/** Columns, measure and lines of the type area, and the size that they are counted in. */
function GridFields({
  grid,
  onChange,
}: {
  readonly grid: Grid
  readonly onChange: (some: Partial<Grid>) => void
}) {
  const { t } = useTranslation()
  const zis = { step: 0.5, suffix: t("furniture.zi") }
  const pts = { step: 0.25, suffix: "pt" }
  return (
    <div className="field-row">
      <NumberField
        label={t("pageSetup.columns")}
        value={grid.columns}
        least={1}
        most={40}
        onKeep={(to) => onChange({ columns: Math.round(to) })}
      />
      <NumberField
        {...zis}
        label={t("pageSetup.measure")}
        value={grid.measure}
        least={4}
        most={200}
        onKeep={(to) => onChange({ measure: zi(to) })}
      />
      <NumberField
        {...zis}
        label={t("pageSetup.gutter")}
        value={grid.gutter}
        least={0}
        most={100}
        onKeep={(to) => onChange({ gutter: zi(to) })}
      />
      <NumberField
        label={t("pageSetup.lines")}
        value={grid.lines}
        least={1}
        most={400}
        suffix={t("furniture.lines")}
        onKeep={(to) => onChange({ lines: Math.round(to) })}
      />
      <NumberField
        {...pts}
        label={t("pageSetup.size")}
        value={grid.bodySize}
        least={4}
        most={72}
        onKeep={(to) => onChange({ bodySize: pt(to) })}
      />
      <NumberField
        {...pts}
        label={t("pageSetup.pitch")}
        value={grid.linePitch}
        least={4}
        most={144}
        onKeep={(to) => onChange({ linePitch: pt(to) })}
      />
    </div>
  )
}

interface MillimetresProps {
  readonly name: "width" | "height" | "bleed" | "left" | "top"
  readonly value: number
  readonly onKeep: (value: number) => void
}

function Millimetres({ name, value, onKeep }: MillimetresProps) {
  const { t } = useTranslation()
  return (
    <NumberField
      label={t(`pageSetup.${name}`)}
      value={value}
      least={0}
      most={2000}
      suffix="mm"
      onKeep={onKeep}
    />
  )
}

function inMm(value: Pt): number {
  return Math.round(ptToMm(value) * 100) / 100
}

/** What is wrong with a setup: a word of `pageSetup`, null for nothing. */
function faultOf({ sheet, grid }: Setup): "tooWide" | "tooHigh" | "tooTight" | null {
  const { x, y, width, height } = typeArea(grid)
  if (x + width > mmToPt(sheet.width) + TOLERANCE) return "tooWide"
  if (y + height > mmToPt(sheet.height) + TOLERANCE) return "tooHigh"
  return grid.linePitch < grid.bodySize ? "tooTight" : null
}
