import i18next from "i18next"
import { chooseFiles } from "./choose-files.ts"
import { reviewCopy } from "./actions.ts"
import type { Means } from "./means.ts"

/** Endings of the files that copy comes in. */
const COPY = ["txt", "md", "markdown", "docx", "html", "htm"] as const

/** Asks for copy and shows what was recognised in it. */
export async function importCopy(means: Means): Promise<void> {
  const paths = await chooseFiles(means.door, {
    title: i18next.t("menu.import"),
    save: false,
    folder: false,
    many: true,
    endings: COPY,
    name: "",
  })
  if (paths.length > 0)
    await reviewCopy(
      paths.map((path) => ({ path })),
      {},
      means,
    )
}
