import { pageAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"

/** Gives pages new numbers at once (重排版次), by the numbers they have; one given twice is refused. */
export function renumberPages(ids: ReadonlyMap<string, string>): Edit {
  return {
    name: "renumber-pages",
    say: { zh: "重排版次", en: "Renumber pages" },
    run(change) {
      const after = [...change.keys.pages.keys()].map((id) => ids.get(id) ?? id)
      if (new Set(after).size < after.length || after.includes("")) return
      for (const [id, wanted] of ids) {
        const fields = pageAt(change, id)
        if (fields) setField(fields, "id", wanted)
      }
    },
  }
}
