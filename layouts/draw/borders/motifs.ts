import type { Segment } from "../../display/list.ts"
import type { Ornament } from "../../issue/line-style.ts"
import { circle } from "../shapes.ts"
import { leaf, outline, type Motif } from "./outline.ts"

/**
 * An ornament (花边) as it is drawn, in heights of its band: along it from 0 to `pitch`, out of the
 * box from −0.5 to 0.5. A corner stands about its middle, its border goes on to the right of it.
 */
export interface OrnamentDrawing {
  /** Length of a unit. */
  readonly pitch: number
  readonly unit: Motif
  readonly corner: Motif
  /** Lines that go all round. */
  readonly rails: readonly { readonly out: number; readonly weight: number }[]
}

/** Strokes of one weight. */
function strokes(weight: number, ...paths: readonly (readonly Segment[])[]): Motif["strokes"] {
  return [{ path: paths.flat(), weight }]
}

function drawn(fills: readonly (readonly Segment[])[], lines: Motif["strokes"] = []): Motif {
  return { fills: fills.flat(), strokes: lines }
}

/** 万字: its arms bend to the left. */
const wanAt = (x: number): readonly Segment[] =>
  outline(
    [
      `M${x - 0.3} 0.3 L${x} 0.3 L${x} -0.3 L${x + 0.3} -0.3`,
      `M${x - 0.3} -0.3 L${x - 0.3} 0 L${x + 0.3} 0 L${x + 0.3} 0.3`,
    ].join(""),
  )

/** Five directions, a fifth of a turn apart, the first of them outward. */
const FIVE = [
  [0, 1],
  [-0.951, 0.309],
  [-0.588, -0.809],
  [0.588, -0.809],
  [0.951, 0.309],
] as const

const flower = (x: number, size: number): readonly Segment[] =>
  FIVE.flatMap(([a, b]) => circle(x + a * size, b * size, size * 0.66))

/** An arch over a stretch of the band's foot. */
const arch = (middle: number, half: number): string => {
  const top = -0.42 + 2.2 * half
  return `M${middle - half} -0.42 C${middle - half} ${top} ${middle + half} ${top} ${middle + half} -0.42`
}

const cross = (reach: number): readonly Segment[] =>
  outline(`M${-reach} 0 L0 ${reach} L${reach} 0 L0 ${-reach} Z`)

/** The house's own ornaments. */
export const MOTIFS: Readonly<Record<Ornament, OrnamentDrawing>> = {
  // 回纹: square spirals on one foot.
  meander: {
    pitch: 0.86,
    unit: drawn(
      [],
      strokes(
        0.085,
        outline("M0.86 -0.3 L0 -0.3 L0 0.3 L0.62 0.3 L0.62 -0.11 L0.26 -0.11 L0.26 0.1 L0.42 0.1"),
      ),
    ),
    corner: drawn(
      [],
      strokes(
        0.085,
        outline("M0.3 -0.5 L0.3 -0.3 L0.55 -0.3"),
        outline("M0.3 -0.3 L-0.3 -0.3 L-0.3 0.3 L0.3 0.3 L0.3 -0.06 L-0.06 -0.06 L-0.06 0.12"),
      ),
    ),
    rails: [
      { out: 0.5, weight: 0.055 },
      { out: -0.5, weight: 0.055 },
    ],
  },
  // 万字
  wan: {
    pitch: 0.84,
    unit: drawn([], strokes(0.085, wanAt(0.42))),
    corner: drawn([], strokes(0.085, wanAt(0))),
    rails: [
      { out: 0.5, weight: 0.055 },
      { out: -0.5, weight: 0.055 },
    ],
  },
  // 云纹: scrolls that roll on.
  cloud: {
    pitch: 1.16,
    unit: drawn(
      [],
      strokes(
        0.1,
        outline(
          "M0 -0.42 C0.46 -0.42 0.42 0.42 0.84 0.42 C1.16 0.42 1.14 -0.1 0.84 -0.1 C0.6 -0.1 0.62 0.2 0.82 0.18",
        ),
      ),
    ),
    corner: drawn(
      [],
      strokes(
        0.1,
        outline(
          "M0.42 -0.42 C0.1 -0.5 -0.42 -0.36 -0.42 0.06 C-0.42 0.5 0.24 0.48 0.24 0.08 C0.24 -0.18 -0.14 -0.2 -0.14 0.06 C-0.14 0.16 0 0.18 0.02 0.08",
        ),
      ),
    ),
    rails: [{ out: -0.42, weight: 0.1 }],
  },
  // 卷草: a winding stem with leaves and berries in its hollows.
  vine: {
    pitch: 2,
    unit: drawn(
      [
        leaf([1, 0], [0.36, -0.02], 0.24),
        leaf([0.3, 0.24], [0.02, 0.46], 0.24),
        circle(0.16, -0.3, 0.085),
        circle(0.36, -0.36, 0.06),
        leaf([2, 0], [1.36, 0.02], 0.24),
        leaf([1.3, -0.24], [1.02, -0.46], 0.24),
        circle(1.16, 0.3, 0.085),
        circle(1.36, 0.36, 0.06),
      ],
      strokes(0.075, outline("M0 0 C0.36 0.42 0.64 0.42 1 0 C1.36 -0.42 1.64 -0.42 2 0")),
    ),
    corner: drawn(
      [
        leaf([0.08, 0.08], [0.42, 0.42], 0.26),
        leaf([-0.08, 0.08], [-0.42, 0.42], 0.26),
        leaf([-0.08, -0.08], [-0.42, -0.42], 0.26),
        leaf([0.08, -0.08], [0.42, -0.42], 0.26),
        circle(0, 0, 0.07),
      ],
      strokes(0.075, outline("M0.5 0 L0.16 0 M0 -0.5 L0 -0.16")),
    ),
    rails: [],
  },
  // 麦穗
  wheat: {
    pitch: 0.5,
    unit: drawn(
      [leaf([0.02, 0.06], [0.5, 0.42], 0.19), leaf([0.02, -0.06], [0.5, -0.42], 0.19)],
      strokes(0.06, outline("M0 0 L0.5 0")),
    ),
    corner: drawn(
      [
        leaf([0, 0], [-0.46, 0.46], 0.2),
        leaf([0.02, -0.2], [-0.44, 0.08], 0.2),
        leaf([0.2, -0.02], [-0.08, 0.44], 0.2),
        leaf([0.02, -0.46], [-0.36, -0.24], 0.2),
        leaf([0.46, -0.02], [0.24, 0.36], 0.2),
      ],
      strokes(0.06, outline("M0 -0.5 L0 0 L0.5 0")),
    ),
    rails: [],
  },
  // 竹节: poles that cross at the corners.
  bamboo: {
    pitch: 1.9,
    unit: drawn(
      [leaf([0.06, 0.2], [0.6, 0.46], 0.15), leaf([1, -0.16], [1.5, -0.44], 0.15)],
      strokes(
        0.08,
        outline("M0 0.26 C0.08 0.16 0.2 0.16 0.4 0.16 L1.5 0.16 C1.7 0.16 1.82 0.16 1.9 0.26"),
        outline(
          "M0 -0.26 C0.08 -0.16 0.2 -0.16 0.4 -0.16 L1.5 -0.16 C1.7 -0.16 1.82 -0.16 1.9 -0.26",
        ),
        outline("M0 0.26 L0 -0.26 M1.9 0.26 L1.9 -0.26"),
      ),
    ),
    corner: drawn(
      [],
      strokes(
        0.08,
        outline("M0.5 0.26 C0.4 0.16 0.34 0.16 0.28 0.16 L-0.44 0.16 L-0.44 -0.16 L0.28 -0.16"),
        outline("M0.28 -0.16 C0.34 -0.16 0.4 -0.16 0.5 -0.26 L0.5 0.26"),
        outline("M-0.26 -0.5 C-0.16 -0.4 -0.16 -0.34 -0.16 -0.28 L-0.16 -0.16"),
        outline("M0.26 -0.5 C0.16 -0.4 0.16 -0.34 0.16 -0.28 L0.16 -0.16 M-0.26 -0.5 L0.26 -0.5"),
        outline("M-0.16 0.16 L-0.16 0.44 L0.16 0.44 L0.16 0.16"),
      ),
    ),
    rails: [],
  },
  // 菱形
  diamond: {
    pitch: 0.8,
    unit: drawn(
      [outline("M0.2 0 L0.4 0.15 L0.6 0 L0.4 -0.15 Z")],
      strokes(0.06, outline("M0 0 L0.4 0.32 L0.8 0 L0.4 -0.32 Z")),
    ),
    corner: drawn([cross(0.18)], strokes(0.06, cross(0.36))),
    rails: [
      { out: 0.5, weight: 0.06 },
      { out: -0.5, weight: 0.06 },
    ],
  },
  // 联珠: rings with a pearl, small pearls between them.
  beads: {
    pitch: 0.74,
    unit: drawn(
      [circle(0.37, 0, 0.1), circle(0, 0, 0.065), circle(0.74, 0, 0.065)],
      strokes(0.065, circle(0.37, 0, 0.23)),
    ),
    corner: drawn([circle(0, 0, 0.13)], strokes(0.065, circle(0, 0, 0.3))),
    rails: [
      { out: 0.5, weight: 0.055 },
      { out: -0.5, weight: 0.055 },
    ],
  },
  // 水波: arches within arches.
  sea: {
    pitch: 1,
    unit: drawn(
      [],
      strokes(0.07, outline([arch(0.5, 0.5), arch(0.5, 0.33), arch(0.5, 0.16)].join(""))),
    ),
    corner: drawn([], strokes(0.07, circle(0, 0, 0.42), circle(0, 0, 0.28), circle(0, 0, 0.14))),
    rails: [{ out: -0.42, weight: 0.07 }],
  },
  // 梅花: blossoms on a twig.
  plum: {
    pitch: 1.5,
    unit: drawn(
      [
        circle(0.38, 0, 0.07),
        leaf([0.9, 0], [1.2, 0.32], 0.22),
        leaf([1.04, 0], [1.34, -0.32], 0.22),
      ],
      strokes(0.06, flower(0.38, 0.2), outline("M0.76 0 L1.46 0")),
    ),
    corner: drawn([circle(0, 0, 0.09)], strokes(0.06, flower(0, 0.26))),
    rails: [],
  },
  // 绳纹
  rope: {
    pitch: 0.3,
    unit: drawn([], strokes(0.09, outline("M-0.06 -0.28 C0.2 -0.28 0.1 0.28 0.36 0.28"))),
    corner: drawn([circle(0, 0, 0.09)], strokes(0.08, circle(0, 0, 0.23))),
    rails: [
      { out: 0.32, weight: 0.08 },
      { out: -0.32, weight: 0.08 },
    ],
  },
  // 锯齿
  teeth: {
    pitch: 0.6,
    unit: drawn([outline("M0 -0.3 L0.3 0.42 L0.6 -0.3 Z")]),
    corner: drawn([outline("M0.3 -0.3 L0.2 0.24 L-0.42 0.42 L-0.24 -0.2 Z")]),
    rails: [{ out: -0.44, weight: 0.1 }],
  },
}
