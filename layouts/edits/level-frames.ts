import type { Edit } from "../issue/change.ts"
import { applyFit, type FitChange } from "./apply-fit.ts"

/** Ends an article's columns on one line (拉平): its frames get these regions; a locked one stays. */
export function levelFrames(article: string, regions: FitChange["regions"]): Edit {
  const edit = applyFit(article, { fit: {}, regions })
  return { ...edit, name: "level-frames", say: { zh: "拉平", en: "Level columns" } }
}
