import type { DisplayList } from "../../layouts/display/list.ts"
import type { PlannedFile } from "../../layouts/issue/file-plan.ts"
import { writePng } from "../export/png/write.ts"
import type { PngPress } from "../export/png/order.ts"
import { writeDraft } from "../files/whole.ts"
import { sourceOf } from "../pictures/open.ts"
import { printPictures, USUAL_QUALITY } from "../pictures/print.ts"
import { done, type Result } from "../result.ts"
import { listsOf } from "./press-lists.ts"
import { shownOn } from "./press-pictures.ts"
import type { Run } from "./press-sheet.ts"

/** Writes the draft of a page's PNG. */
export async function draftPng(run: Run, file: PlannedFile): Promise<Result<null>> {
  const { dpi, marks, as } = run.sheet.order
  const list = listsOf(run, file)[0]!
  const printer = marks && as !== "proofs"
  const png = await writePng(list, await pressFor(run, list), { dpi, marks: printer })
  if (!png.ok) return png
  writeDraft(file.path, [png.value])
  run.step()
  return done(null)
}

/** Pictures in their own colours, or as the black plate has them. */
async function pressFor({ sheet, library, opened }: Run, list: DisplayList): Promise<PngPress> {
  const { face } = library
  const shown = shownOn(list, opened)
  if (sheet.order.pictures === "colour")
    return {
      face,
      picture(id) {
        const one = shown.get(id)
        return one ? sourceOf(one) : null
      },
    }
  const plates = { kind: "black" } as const
  const order = { plates, sizes: new Map(), most: null, quality: USUAL_QUALITY }
  const { pictures } = await printPictures(shown, order)
  return { face, picture: (id) => pictures.get(id)?.bytes ?? null }
}
