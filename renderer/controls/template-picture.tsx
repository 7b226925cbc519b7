import { useId } from "react"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { frameColumns } from "../../layouts/grid/own-columns.ts"
import type { Frame, Furniture, Page } from "../../layouts/issue/page.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { fillKnown, type Answers } from "../../layouts/templates/placeholders.ts"
import type { Slot as TemplateSlot, Template } from "../../layouts/templates/template.ts"
import { mmToPt } from "../../layouts/units.ts"

/** Type from this size on is legible in a small picture; smaller is drawn as a bar. */
const LEGIBLE = 30

/** Colours of the small picture; it is paper in a dark window too. */
const TONES = {
  paper: "#fff",
  head: "#4b5563",
  text: "#b6bcc6",
  picture: "#d5dbe4",
  sun: "#f1f3f6",
  rule: "#6b7280",
  faint: "#c9ced6",
} as const

/** What a template's picture shows. */
export interface TemplatePictureProps {
  readonly template: Template
  /** Width in CSS pixels. */
  readonly width: number
  /** What its furniture is filled in with, as far as it is known. */
  readonly answers: Answers
}

/** A template as a small drawing: its furniture, and what stands in its slots on an ordinary day. */
export function TemplatePicture({ template, width, answers }: TemplatePictureProps) {
  const lines = useId()
  const page = blankPage(template, answers["page"] ?? "A1")
  const sheet = { width: mmToPt(page.sheet.width), height: mmToPt(page.sheet.height) }
  const pitch = page.grid.linePitch * 2
  return (
    <svg
      className="template-picture"
      width={width}
      height={(width * sheet.height) / sheet.width}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      aria-hidden
    >
      <defs>
        <pattern id={lines} width={pitch} height={pitch} patternUnits="userSpaceOnUse">
          <rect width={pitch} height={pitch * 0.45} fill={TONES.text} />
        </pattern>
      </defs>
      <rect {...sheet} fill={TONES.paper} />
      {page.furniture.map((piece, i) => (
        <Piece key={i} piece={piece} answers={answers} />
      ))}
      {template.slots.map((slot) => (
        <SlotBox key={slot.id} slot={slot} page={page} />
      ))}
      {page.frames.map((frame) => (
        <Slot key={frame.id} frame={frame} page={page} lines={`url(#${lines})`} />
      ))}
    </svg>
  )
}

/** A piece of furniture; small type is a bar. */
function Piece({ piece, answers }: { readonly piece: Furniture; readonly answers: Answers }) {
  if (piece.kind === "rule") {
    const { x1, y1, x2, y2, width } = piece
    return <line {...{ x1, y1, x2, y2 }} stroke={TONES.rule} strokeWidth={Math.max(width, 2)} />
  }
  if (piece.kind === "box") {
    const { x, y, width, height } = piece
    const fill = groundOf(piece.tint)
    return <rect {...{ x, y, width, height, fill }} stroke={TONES.faint} strokeWidth={3} />
  }
  const text = fillKnown(piece.text, answers)
  if (text === "") return null
  const ems = [...text].reduce((sum, character) => sum + (character < "\u0080" ? 0.5 : 1), 0)
  const width = ems * piece.size + (ems - 1) * piece.tracking
  const left = piece.align === "left" ? 0 : piece.align === "right" ? width : width / 2
  if (piece.size < LEGIBLE)
    return (
      <rect
        x={piece.x - left}
        y={piece.baseline - piece.size * 0.75}
        width={width}
        height={piece.size * 0.75}
        fill={piece.ink === "paper" ? TONES.paper : TONES.text}
      />
    )
  return (
    <text
      x={piece.x - left}
      y={piece.baseline}
      fontSize={piece.size}
      textLength={width}
      fontWeight={piece.weight}
      className={`type-${piece.family}`}
      fill={piece.ink === "paper" ? TONES.paper : TONES.head}
    >
      {text}
    </text>
  )
}

/** The box that a slot draws round its article; none where it draws none. */
function SlotBox({ slot, page }: { readonly slot: TemplateSlot; readonly page: Page }) {
  const surround = slot.looks?.find((look) => look.surround)?.surround
  if (!surround) return null
  const stroke = surround.rule > 0 ? TONES.rule : "none"
  const fill = groundOf(surround.tint)
  return <rect {...boxOf(page.grid, slot.region)} {...{ stroke, fill }} strokeWidth={6} />
}

/** The fill of a ground of some strength. */
function groundOf(tint: number): string {
  if (tint <= 0) return "none"
  return tint > 0.5 ? TONES.head : TONES.sun
}

/** What a slot's frame shows on an ordinary day. */
function Slot({ frame, page, lines }: { frame: Frame; page: Page; lines: string }) {
  const { x, y, width, height } = boxOf(page.grid, frame.region)
  const { bodySize, linePitch } = page.grid
  switch (frame.role) {
    case "headline": {
      if (frame.vertical) {
        const wide = Math.min(width * 0.42, linePitch * 4)
        const middle = { y: y + height * 0.1, height: height * 0.8 }
        return <rect {...middle} x={x + (width - wide) / 2} width={wide} fill={TONES.head} />
      }
      const high = Math.min(height * 0.42, linePitch * 4)
      const middle = { x: x + width * 0.1, width: width * 0.8 }
      return <rect {...middle} y={y + (height - high) / 2} height={high} fill={TONES.head} />
    }
    case "body":
      return frameColumns(page.grid, frame).map(({ box }, i) => (
        <rect key={i} {...box} height={box.height - bodySize} fill={lines} />
      ))
    case "picture":
      return (
        <g>
          <rect {...{ x, y, width, height }} fill={TONES.picture} />
          <circle cx={x + width * 0.28} cy={y + height * 0.3} r={height * 0.1} fill={TONES.sun} />
          <path
            d={`M${x} ${y + height} l${width * 0.4} ${-height * 0.5} l${width * 0.25} ${height * 0.28} l${width * 0.13} ${-height * 0.14} L${x + width} ${y + height} Z`}
            fill={TONES.sun}
          />
        </g>
      )
    case "caption":
      return <rect {...{ x, y, width }} height={height - bodySize} fill={lines} opacity={0.7} />
    case "rule":
    case "box": {
      const { rule = 0, tint = 0 } = frame.look ?? {}
      const stroke = rule > 0 ? TONES.rule : "none"
      return <rect {...{ x, y, width, height, stroke }} fill={groundOf(tint)} strokeWidth={4} />
    }
    default:
      return (
        <g>
          <rect
            {...{ x, width }}
            y={y + linePitch}
            height={height - linePitch}
            fill="none"
            stroke={TONES.faint}
            strokeWidth={5}
          />
          <rect
            x={x + width * 0.25}
            y={y + height * 0.45}
            width={width * 0.5}
            height={linePitch * 1.6}
            fill={TONES.text}
          />
        </g>
      )
  }
}
