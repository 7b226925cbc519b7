import { expect, test } from "vitest"
import { nameOf, quotedName } from "../../layouts/issue/article-name.ts"
import { para } from "../build/article.ts"

test("an article is called by its headline, else by the beginning of its text", () => {
  const story = [para("瑞河的雾散得晚，渡口的人等船。")]
  expect(nameOf({ headline: "渡口", story })).toBe("渡口")
  expect(nameOf({ headline: " ", story })).toBe("瑞河的雾散得晚，渡口的人等船。")
  expect(quotedName({ id: "a1", headline: null, story: [] })).toBe("a1")
})

test("a long name ends between two characters, those of two units too", () => {
  const rare = "𠮷".repeat(20)
  expect(quotedName({ id: "a1", headline: rare, story: [] })).toBe(`${"𠮷".repeat(18)}…`)
  expect(quotedName({ id: "a1", headline: `“好”${"渡".repeat(14)}\u{f0000}口岸`, story: [] })).toBe(
    `‘好’${"渡".repeat(14)}\u{f0000}…`,
  )
})
