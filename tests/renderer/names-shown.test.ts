import { expect, test } from "vitest"
import { keysOf, keysShown } from "../../renderer/commands/command.ts"
import { fileName } from "../../renderer/state/export-target.ts"

test("keys are shown as they are printed on the keyboard", () => {
  const press = { key: "}", ctrlKey: true, metaKey: false, shiftKey: true, altKey: false }
  expect(keysOf(press)).toBe("Ctrl+Shift+}")
  expect(keysShown(keysOf(press), false)).toBe("Ctrl+Shift+]")
  expect(keysShown("Ctrl+Shift+{", true)).toBe("⌘⇧[")
  expect(keysShown("Ctrl+]", false)).toBe("Ctrl+]")
  expect(keysShown("Ctrl++", false)).toBe("Ctrl++")
})

test("a file is called by the paper and the day", () => {
  const date = { year: 2026, month: 3, day: 9 }
  expect(fileName({ paper: "瑞河日报", date })).toBe("瑞河日报-2026-03-09")
  expect(fileName({ paper: "瑞河/晚报: 周末", date })).toBe("瑞河晚报 周末-2026-03-09")
  expect(fileName({ paper: " ", date })).toBe("2026-03-09")
})
