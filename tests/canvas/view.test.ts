import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import {
  fitTo,
  panBy,
  pxPerPt,
  view,
  zoomAt,
  zoomFor,
  ZOOMS,
  zoomStep,
  ZOOM_STEPS,
} from "../../renderer/state/view.ts"

beforeEach(() => view.setState(view.getInitialState()))

const zoom = fc.double({ min: 0.001, max: 100, noNaN: true })
const spot = fc.double({ min: 0, max: 1000, noNaN: true })

describe("zooming", () => {
  it("keeps the point under the pointer, and within 5 % to 3200 %", () => {
    fc.assert(
      fc.property(zoom, spot, spot, (wanted, x, y) => {
        const before = view.getState()
        const point = {
          x: before.left + x / pxPerPt(before),
          y: before.top + y / pxPerPt(before),
        }
        zoomAt(wanted, x, y)
        const after = view.getState()
        expect(after.zoom).toBe(Math.min(ZOOMS.most, Math.max(ZOOMS.least, wanted)))
        expect(after.left + x / pxPerPt(after)).toBeCloseTo(point.x, 4)
        expect(after.top + y / pxPerPt(after)).toBeCloseTo(point.y, 4)
      }),
    )
  })

  it("goes up and down the list, and stops at its ends", () => {
    expect(zoomStep(1, 1)).toBe(1.25)
    expect(zoomStep(1, -1)).toBe(0.75)
    expect(zoomStep(0.3, 1)).toBe(0.33)
    expect(zoomStep(ZOOM_STEPS.at(-1)!, 1)).toBe(ZOOMS.most)
    expect(zoomStep(ZOOM_STEPS[0]!, -1)).toBe(ZOOMS.least)
  })

  it("at 100 % is the size of the print on a screen that was measured", () => {
    view.setState({ screenDpi: 144, zoom: 1 })
    // A page of 72 pt is an inch wide: 144 CSS pixels here.
    expect(72 * pxPerPt(view.getState())).toBe(144)
    expect(zoomFor(2, view.getState())).toBe(1)
  })
})

describe("fitting", () => {
  const extent = { left: -500, width: 1000, height: 700 }

  it("shows all of an extent in the middle of the window", () => {
    view.setState({ width: 800, height: 600 })
    fitTo(extent, "page")
    const { left, top, fit, width, height } = view.getState()
    const px = pxPerPt(view.getState())
    expect(fit).toBe("page")
    expect(left).toBeLessThan(-500)
    expect(top).toBeLessThan(0)
    expect(left + width / px - 500).toBeCloseTo(-500 - left, 6)
    expect(top + height / px - 700).toBeCloseTo(-top, 6)
    expect(Math.max(1000 * px, 700 * px)).toBeLessThanOrEqual(800)
  })

  it("fills the width from the head of the page, until the window is panned", () => {
    view.setState({ width: 800, height: 200 })
    fitTo(extent, "width")
    const px = pxPerPt(view.getState())
    expect(1000 * px).toBeGreaterThan(700)
    expect(view.getState().top).toBeLessThan(0)
    expect(view.getState().fit).toBe("width")
    panBy(0, 10)
    expect(view.getState().fit).toBeNull()
  })
})
