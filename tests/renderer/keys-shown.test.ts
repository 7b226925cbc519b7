import { expect, test } from "vitest"
import { keysOf, keysShown } from "../../renderer/commands/command.ts"

test("keys are shown as they are printed on the keyboard", () => {
  const press = { key: "}", ctrlKey: true, metaKey: false, shiftKey: true, altKey: false }
  expect(keysOf(press)).toBe("Ctrl+Shift+}")
  expect(keysShown(keysOf(press), false)).toBe("Ctrl+Shift+]")
  expect(keysShown("Ctrl+Shift+{", true)).toBe("⌘⇧[")
  expect(keysShown("Ctrl+]", false)).toBe("Ctrl+]")
  expect(keysShown("Ctrl++", false)).toBe("Ctrl++")
})
