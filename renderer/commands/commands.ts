import type { Means } from "../state/means.ts"
import { articleCommands } from "./article-commands.ts"
import { breakCommands } from "./break-commands.ts"
import type { Command } from "./command.ts"
import { editCommands } from "./edit-commands.ts"
import { frameCommands } from "./frame-commands.ts"
import { fileCommands } from "./file-commands.ts"
import { textCommands } from "./text-commands.ts"
import { toolCommands } from "./tool-commands.ts"
import { viewCommands } from "./view-commands.ts"
import { windowCommands } from "./window-commands.ts"

/** All commands of the desk, in the order of their menus. */
export function commandsFor(means: Means): readonly Command[] {
  return [
    ...fileCommands(means),
    ...editCommands(),
    ...frameCommands(),
    ...toolCommands(),
    ...articleCommands(means),
    ...textCommands(),
    ...breakCommands(),
    ...viewCommands(means),
    ...windowCommands(),
  ]
}
