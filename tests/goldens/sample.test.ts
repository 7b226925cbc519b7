import { expect, test } from "vitest"
import { printList } from "../../layouts/display/print.ts"
import { sampleArticles, setPages } from "../build/issue.ts"

/** Goldens are the display list as text: `npm run goldens` prints them anew, git shows what moved. */
test.each([
  ["ruihe-original", { breaks: "original" }],
  ["ruihe-eight-columns", { template: "broadsheet-inside" }],
] as const)("the sample page: %s", async (name, change) => {
  const { pages } = setPages(await sampleArticles(), change)
  const printed = pages.map(({ list }) => printList(list)).join("\n")
  await expect(printed).toMatchFileSnapshot(`${name}.txt`)
})
