import type { Means } from "../state/means.ts"
import { aidCommands } from "./aid-commands.ts"
import { articleCommands } from "./article-commands.ts"
import { checkCommands } from "./check-commands.ts"
import { desk } from "../state/desk.ts"
import { besideCommands } from "./beside-commands.ts"
import { breakCommands } from "./break-commands.ts"
import type { Command, MenuId } from "./command.ts"
import { editCommands } from "./edit-commands.ts"
import { frameCommands } from "./frame-commands.ts"
import { fileCommands } from "./file-commands.ts"
import { markCommands } from "./mark-commands.ts"
import { pageCommands } from "./page-commands.ts"
import { textCommands } from "./text-commands.ts"
import { toolCommands } from "./tool-commands.ts"
import { lookCommands, viewCommands } from "./view-commands.ts"
import { windowCommands } from "./window-commands.ts"

/** All commands of the desk, in the order of their menus, those to the recent issues among them. */
export function commandsFor(means: Means, recent: readonly string[]): readonly Command[] {
  return allCommands(means, recent).map(restingInDraft)
}

/** Menus whose commands are for the issue: they rest while a template is edited on the canvas. */
const OF_ISSUE: readonly MenuId[] = ["file", "page", "article", "proof"]

/** Commands of those menus that a template needs as well. */
const OF_TEMPLATE: readonly string[] = ["furniture", "pageSetup"]

function restingInDraft(command: Command): Command {
  if (!OF_ISSUE.includes(command.menu) || OF_TEMPLATE.includes(command.id)) return command
  const enabled = (): boolean =>
    desk.getState().draft === null && (command.enabled === undefined || command.enabled())
  return { ...command, enabled }
}

function allCommands(means: Means, recent: readonly string[]): readonly Command[] {
  return [
    ...fileCommands(means, recent),
    ...editCommands(),
    ...pageCommands(means),
    ...viewCommands(),
    ...frameCommands(),
    ...toolCommands(),
    ...articleCommands(means),
    ...textCommands(),
    ...besideCommands(),
    ...markCommands(means),
    ...aidCommands(),
    ...checkCommands(),
    ...breakCommands(),
    ...lookCommands(means),
    ...windowCommands(),
  ]
}
