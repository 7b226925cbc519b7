import {
  dropSelected,
  hasSelectedText,
  isInStory,
  lookSelected,
  toggleDrop,
  toggleEmphasis,
  toggleNameLine,
  toggleScript,
} from "../app/beside-deeds.ts"
import { desk } from "../state/desk.ts"
import { openDialog } from "../state/dialog.ts"
import { makeGlyph } from "../state/wanted-glyph.ts"
import type { Command } from "./command.ts"

/** Commands on what stands beside characters: dots, names' lines, small figures. */
export function besideCommands(): readonly Command[] {
  const row = (id: string, keys: string | null, on: () => boolean, run: () => void): Command => ({
    ...{ id, menu: "text", keys, enabled: hasSelectedText, checked: on, run },
  })
  return [
    {
      ...row("emphasisDots", "Ctrl+Alt+D", () => lookSelected().emphasis === "dot", toggleEmphasis),
      group: true,
    },
    row(
      "nameLine",
      "Ctrl+Alt+U",
      () => lookSelected().line === "name",
      () => toggleNameLine("name"),
    ),
    row(
      "titleLine",
      "Ctrl+Alt+W",
      () => lookSelected().line === "title",
      () => toggleNameLine("title"),
    ),
    row(
      "reading",
      "Ctrl+Alt+R",
      () => lookSelected().ruby !== undefined,
      () => openDialog("reading"),
    ),
    {
      ...row(
        "superscript",
        "Ctrl+Alt+ArrowUp",
        () => lookSelected().script === "super",
        () => toggleScript("super"),
      ),
      group: true,
    },
    row(
      "subscript",
      "Ctrl+Alt+ArrowDown",
      () => lookSelected().script === "sub",
      () => toggleScript("sub"),
    ),
    row(
      "fraction",
      "Ctrl+Alt+/",
      () => lookSelected().script === "fraction",
      () => toggleScript("fraction"),
    ),
    {
      ...row("dropCap", "Ctrl+Alt+C", () => dropSelected() > 1, toggleDrop),
      enabled: isInStory,
      group: true,
    },
    {
      ...{ id: "madeGlyphs", menu: "text", keys: null },
      enabled: () => desk.getState().issue !== null,
      run: () => makeGlyph(),
      group: true,
    },
  ]
}
