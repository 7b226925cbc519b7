import type { Say } from "../finding.ts"
import { pt, type Box } from "../units.ts"
import type {
  FrozenBlock,
  FrozenFrame,
  FrozenPage,
  FrozenPicture,
  FrozenWords,
} from "./frozen-page.ts"
import { ABOVE } from "../flow/em-box.ts"
import type { ProofDifference } from "./proof-difference.ts"

/** Lengths that are nearer than this are the same, pt. */
const NEAR = 0.01

/** Frames that came, went, moved or show something else, and how articles fill theirs otherwise. */
export function compareFrames(was: FrozenPage, now: FrozenPage): readonly ProofDifference[] {
  const then = new Map(was.frames.map((frame) => [frame.id, frame]))
  const there = new Set(now.frames.map(({ id }) => id))
  const gone = was.frames.filter(({ id }) => !there.has(id))
  return [
    ...now.frames.flatMap((frame) => frameDifferences(then.get(frame.id), frame)),
    ...gone.map((frame) => ofFrame(frame, { was: [frame.box], now: [] }, GONE)),
    ...now.blocks.flatMap((block) => {
      const before = was.blocks.find(({ article }) => article === block.article)
      return before ? blockDifferences(before, block, now) : []
    }),
  ]
}

const GONE: Say = { zh: "框已删去", en: "frame removed" }
const NEW: Say = { zh: "新框", en: "new frame" }

function frameDifferences(
  was: FrozenFrame | undefined,
  now: FrozenFrame,
): readonly ProofDifference[] {
  if (!was) return [ofFrame(now, { was: [], now: [now.box] }, NEW)]
  const boxes = { was: [was.box], now: [now.box] }
  const found: ProofDifference[] = []
  if (was.article !== now.article || was.role !== now.role)
    found.push(ofFrame(now, boxes, { zh: "框内换了内容", en: "frame shows something else" }))
  if (!sameBox(was.box, now.box)) found.push(ofFrame(now, boxes, sayBox(was.box, now.box)))
  return found
}

function ofFrame(
  { article }: FrozenFrame,
  boxes: Pick<ProofDifference, "was" | "now">,
  say: Say,
): ProofDifference {
  const [before, after] = [boxes.was, boxes.now].map(([box]) => (box ? printed(box) : ""))
  return { kind: "geometry", article, say, before: before!, after: after!, ...boxes, place: null }
}

function sayBox(was: Box, now: Box): Say {
  const moved = !near(was.x, now.x) || !near(was.y, now.y)
  const resized = !near(was.width, now.width) || !near(was.height, now.height)
  if (moved && resized) return { zh: "框移动并改了大小", en: "frame moved and resized" }
  return moved ? { zh: "框移动", en: "frame moved" } : { zh: "框改了大小", en: "frame resized" }
}

function blockDifferences(
  was: FrozenBlock,
  now: FrozenBlock,
  page: FrozenPage,
): readonly ProofDifference[] {
  const boxes = page.frames.flatMap(({ article, role, box }) =>
    article === now.article && role === "body" ? [box] : [],
  )
  const base = { article: now.article, was: boxes, now: boxes, place: null }
  const found: ProofDifference[] = []
  if (was.overset !== now.overset || was.underset !== now.underset) {
    const [before, after] = [filling(was), filling(now)]
    const say = {
      zh: `${before.zh}变为${after.zh}`,
      en: `${after.en}, was ${before.en}`,
    }
    found.push({ ...base, kind: "length", say, before: before.zh, after: after.zh })
  }
  if (was.pitch !== null && now.pitch !== null && !near(was.pitch, now.pitch)) {
    const [before, after] = [`${was.pitch.toFixed(2)} pt`, `${now.pitch.toFixed(2)} pt`]
    const say = { zh: `行距由 ${before} 改为 ${after}`, en: `leading ${after}, was ${before}` }
    found.push({ ...base, kind: "style", say, before, after })
  }
  return found
}

function filling({ overset, underset }: FrozenBlock): Say {
  if (overset > 0) return { zh: `余 ${overset} 字`, en: `${overset} characters over` }
  if (underset > 0) return { zh: `缺 ${underset} 行`, en: `${underset} lines short` }
  return { zh: "正好", en: "a full fit" }
}

/** Pictures that came, went, moved, or show another part. */
export function comparePictures(was: FrozenPage, now: FrozenPage): readonly ProofDifference[] {
  const [gone, come] = [
    unmatched(was.pictures, now.pictures),
    unmatched(now.pictures, was.pictures),
  ]
  const of = (picture: FrozenPicture, boxes: Pick<ProofDifference, "was" | "now">, say: Say) =>
    ({
      ...{ kind: "picture", article: picture.article, say, place: null },
      ...{ before: boxes.was.map(printed).join(), after: boxes.now.map(printed).join() },
      ...boxes,
    }) satisfies ProofDifference
  const changed = come.map((picture) => {
    const old = gone.find((one) => one.picture === picture.picture)
    const boxes = { was: old ? [old.box] : [], now: [picture.box] }
    const say = old
      ? { zh: "图片移动、缩放或改了裁切", en: "picture moved, scaled or cropped otherwise" }
      : { zh: "新图片", en: "new picture" }
    return of(picture, boxes, say)
  })
  const kept = new Set(come.map(({ picture }) => picture))
  return [
    ...changed,
    ...gone
      .filter(({ picture }) => !kept.has(picture))
      .map((picture) =>
        of(picture, { was: [picture.box], now: [] }, { zh: "图片撤下", en: "picture removed" }),
      ),
  ]
}

/** The pictures that do not stand among the others as they are. */
function unmatched(
  pictures: readonly FrozenPicture[],
  others: readonly FrozenPicture[],
): readonly FrozenPicture[] {
  return pictures.filter(
    (picture) =>
      !others.some(
        (other) =>
          other.picture === picture.picture &&
          sameBox(other.box, picture.box) &&
          (["x", "y", "width", "height"] as const).every((key) =>
            near(other.crop[key], picture.crop[key]),
          ),
      ),
  )
}

/** The paper's own words (报头 报眉 版次 …) that changed, moved, came or went. */
export function compareFurniture(was: FrozenPage, now: FrozenPage): readonly ProofDifference[] {
  const key = (words: FrozenWords): string => JSON.stringify(words)
  const [before, after] = [was.furniture, now.furniture]
  const [then, there] = [new Set(before.map(key)), new Set(after.map(key))]
  const gone = before.filter((line) => !there.has(key(line)))
  const come = after.filter((line) => !then.has(key(line)))
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => {
    return [gone[i], come[i]] as const
  })
  return pairs.map(([old, fresh]) => ({
    ...{ kind: "furniture", article: null, place: null },
    ...{ before: old?.text ?? "", after: fresh?.text ?? "" },
    ...{ was: old ? [boxAround(old)] : [], now: fresh ? [boxAround(fresh)] : [] },
    say: sayFurniture(old?.text ?? "", fresh?.text ?? ""),
  }))
}

function sayFurniture(before: string, after: string): Say {
  if (before === "") return { zh: `版面文字增加“${after}”`, en: `page words “${after}” added` }
  if (after === "") return { zh: `版面文字删去“${before}”`, en: `page words “${before}” removed` }
  if (before === after)
    return { zh: `版面文字“${after}”移动或改了样式`, en: `page words “${after}” moved or restyled` }
  return {
    zh: `版面文字“${before}”改为“${after}”`,
    en: `page words “${before}” changed to “${after}”`,
  }
}

function boxAround({ x, baseline, width, size }: FrozenWords): Box {
  return { x, y: pt(baseline - ABOVE * size), width, height: size }
}

function sameBox(a: Box, b: Box): boolean {
  return (["x", "y", "width", "height"] as const).every((key) => near(a[key], b[key]))
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < NEAR
}

/** A box as its left, top, width and height, pt. */
function printed({ x, y, width, height }: Box): string {
  return [x, y, width, height].map((length) => length.toFixed(1)).join(" ")
}
