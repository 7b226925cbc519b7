import { tmpdir } from "node:os"
import sharp from "sharp"
import { composePage } from "../../layouts/compose.ts"
import type { DisplayList, Glyphs, Image, Item, Segment } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import type { PdfPress, PictureBytes } from "../../main/export/pdf/order.ts"
import type { PicturePlates } from "../../main/pictures/plates.ts"
import { importFiles } from "../../main/import/open.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pressesOf } from "../../main/press.ts"
import { sampleArticles, setPages } from "./issue.ts"
import { pageOf, setDown, setLine } from "./pdf-page.ts"
import { library } from "./type.ts"

/** Pages for other programs to read, and what they are painted with. */
export interface PressPages {
  readonly lists: readonly DisplayList[]
  readonly press: PdfPress
}

/** The sample page with its photo on these plates. */
export async function samplePages(plates: PicturePlates): Promise<PressPages> {
  const articles = await sampleArticles()
  const presses = pressesOf(library, await loadPictures(articles, plates))
  const { issue } = setPages(articles)
  const lists = issue.pages.map(({ id }) => composePage(issue, id, presses.compose, "free").list)
  return { lists, press: presses.pdf }
}

/** The page that the seed prints, without pictures: it comes with none. */
export async function seedPages(): Promise<PressPages> {
  const imported = await importFiles([SEED], { tray: tmpdir() })
  if (!imported.ok) throw new Error(imported.say.en)
  const presses = pressesOf(library, new Map())
  const { issue } = setPages(imported.value.articles)
  const lists = issue.pages.map(({ id }) => composePage(issue, id, presses.compose, "free").list)
  return { lists, press: presses.pdf }
}

/** The seed's text beside the project; it is not everywhere. */
export const SEED = "../shared/seed/000_b6d4e270453f7148.txt"

/** Two pages of our own text: dashes, quotes, rare characters, raised glyphs, a turned column. */
export function textPages(): PressPages {
  const lines = [
    "瑞河港“春潮”号——首航茶山",
    "“『引号』里的‘话’，”他说：（好！）……",
    "䶮㛃𬭎𫖯四位站长在铁路工厂",
    "Ruihe 2031，12.5% & <A1>·end",
  ].map((line, i) => setLine(line, { x: 11.37, y: 60 + i * 14, size: 9.3, tracking: 0.1 * i }))
  const raised = { ...setLine("河面平静", { x: 20, y: 130, size: 14 }), dy: [0, -3, 0, 2] }
  const turned: readonly Item[] = [
    { kind: "push", matrix: [0, 1, -1, 0, 150, 150], clip: null },
    setLine("横过来的一行", { x: 0, y: 0, size: 12 }),
    { kind: "pop" },
  ]
  const page = (id: string): DisplayList => pageOf([...lines, raised, ...turned], id)
  return { lists: [page("A1"), page("A2")], press: { face: library.face, picture: () => null } }
}

/**
 * A page with a bit of everything that is painted: pictures of each kind, tints, rules, many faces,
 * a vertical headline.
 */
export async function motleyPages(): Promise<PressPages> {
  const pictures = await motleyPictures()
  const press: PdfPress = { face: library.face, picture: (id) => pictures.get(id) ?? null }
  const faces = ["song", "hei", "kai"].flatMap((family) =>
    [400, 700, 900].map((weight) => library.faces({ family, weight })[0]!),
  )
  const words = [...new Set(faces)].map((face, i): Glyphs => {
    const glyphs = [..."瑞河日报"].map((char) => face.glyphOf(char.codePointAt(0)!))
    const line = setLine("瑞河日报", { x: 12, y: 30 + 16 * i, size: 13 })
    return { ...line, face: face.id, glyphs, dx: [0, 13, 26, 39] }
  })
  const down = setDown("港口——开行", { face: "song-900", x: 176, y: 196, size: 14 })
  return { lists: [pageOf([...words, ...down, ...PLAIN_SHAPES, ...IMAGES])], press }
}

const ALL = { x: 0, y: 0, width: 1, height: 1 } as const

function imageAt(picture: string, x: number, y: number, crop: Image["crop"] = ALL): Image {
  return {
    kind: "image",
    picture,
    box: { x: pt(x), y: pt(y), width: pt(50), height: pt(36) },
    crop,
  }
}

const IMAGES: readonly Item[] = [
  imageAt("grey", 80, 20),
  imageAt("cmyk", 140, 20),
  imageAt("photo", 80, 64),
  imageAt("photo", 140, 64, { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }),
  imageAt("lost", 80, 108),
]

function panelAt(ink: string, x: number, y: number): Item {
  const path: readonly Segment[] = [
    ["M", x, y],
    ["L", x + 40, y],
    ["C", x + 40, y + 10, x + 30, y + 20, x, y + 20],
    ["Z"],
  ]
  return { kind: "fill", ink, path }
}

function ruleAt(y: number, width: number, dash: readonly number[]): Item {
  const path: readonly Segment[] = [
    ["M", 80, y],
    ["L", 190, y],
  ]
  return { kind: "stroke", ink: "black", path, width: pt(width), dash }
}

const PLAIN_SHAPES: readonly Item[] = [
  ...["black", "red", "tint"].map((ink, i) => panelAt(ink, 20 + 60 * i, 200)),
  setLine("反白的字", { x: 21, y: 213, size: 8, ink: "paper" }),
  setLine("压在底上的字", { x: 141, y: 213, size: 8 }),
  ruleAt(160, 0.3, []),
  ruleAt(166, 1, [4, 2]),
  ruleAt(174, 4, []),
]

/** A slope of grey, four inks, and a photo as a JPEG on four inks. */
async function motleyPictures(): Promise<ReadonlyMap<string, PictureBytes>> {
  const [width, height] = [100, 72]
  const at = (i: number): number => Math.floor((255 * (i % width)) / width)
  const grey = Uint8Array.from({ length: width * height }, (_, i) => at(i))
  const inks = Uint8Array.from({ length: 4 * width * height }, (_, i) => {
    const dot = Math.floor(i / 4)
    return (dot % width) % 4 === i % 4 ? Math.floor(at(dot) / 2) : 0
  })
  const photo = Uint8Array.from({ length: 3 * width * height }, (_, i) =>
    Math.floor(127 + 120 * Math.sin(i / 40) * Math.cos(i / 7000)),
  )
  const { data: bytes } = await sharp(photo, { raw: { width, height, channels: 3 } })
    .toColourspace("cmyk")
    .jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
    .toBuffer({ resolveWithObject: true })
  const size = { width, height, bits: 8 } as const
  return new Map<string, PictureBytes>([
    ["grey", { ...size, space: "gray", coding: "pixels", bytes: grey }],
    ["cmyk", { ...size, space: "cmyk", coding: "pixels", bytes: inks }],
    ["photo", { ...size, space: "cmyk", coding: "jpeg", bytes }],
  ])
}
