import { expect, test } from "vitest"
import { filePaths } from "../../main/export/file-paths.ts"

test("a file is named as it was asked for, with its ending, and by its page where there are several", () => {
  expect(filePaths("/出/A1.txt", "pdf", ["A1"])).toEqual(["/出/A1.txt.pdf"])
  expect(filePaths("/出/A1.PDF", "pdf", ["A1"])).toEqual(["/出/A1.pdf"])
  expect(filePaths("/出/版", "png", ["A 1", "B/2"])).toEqual(["/出/版-A_1.png", "/出/版-B_2.png"])
  expect(filePaths("/出/版.png", "png", [])).toEqual(["/出/版.png"])
})
