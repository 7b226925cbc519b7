import { useMemo, type ReactElement } from "react"
import { useStore } from "zustand"
import type { Frame } from "../../layouts/issue/page.ts"
import type { Command } from "../commands/command.ts"
import { composedPage, desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import { ContextMenu } from "./context-menu.tsx"

/** Commands at a right click on bare page, in groups. */
const ON_PAGE = [
  ["pasteFrames", "pasteInPlace", "chooseAll"],
  ["tool-frame", "tool-picture", "tool-rule", "tool-box"],
  ["fitPage", "grid", "frames", "links"],
] as const

/** Commands at a right click on chosen frames, in groups. */
const ON_FRAMES = [
  ["cutFrames", "copyFrames", "pasteFrames", "duplicate", "removeFrames"],
  ["group", "ungroup", "lock"],
  ["toFront", "forward", "backward", "toBack"],
] as const

/** What text frames have beside. */
const ON_TEXT = [
  ["splitColumns", "splitLines", "merge"],
  ["unthread", "breakThread"],
] as const

/** What picture frames have beside. */
const ON_PICTURE = [["cropPicture", "replacePicture"]] as const

/** The page's context menu: what it offers goes by what the pointer is on. */
export function PageMenu({
  commands,
  children,
}: {
  readonly commands: readonly Command[]
  readonly children: ReactElement
}) {
  const selection = useStore(view, (state) => state.selection)
  const page = useStore(view, (state) => state.page)
  const offered = useMemo(() => {
    const frames = composedPage(desk.getState(), page)?.page.frames ?? []
    const chosen = frames.filter(({ id }) => selection.includes(id))
    if (chosen.length === 0) return grouped(commands, ON_PAGE)
    const are = (wanted: Frame["role"]): boolean => chosen.every(({ role }) => role === wanted)
    const own = are("body") ? ON_TEXT : are("picture") ? ON_PICTURE : []
    return grouped(commands, [...own, ...ON_FRAMES])
  }, [commands, selection, page])
  return <ContextMenu commands={offered}>{children}</ContextMenu>
}

/** Commands by their ids, with a line between the groups. */
function grouped(
  commands: readonly Command[],
  groups: readonly (readonly string[])[],
): readonly Command[] {
  return groups.flatMap((ids) =>
    ids.flatMap((id, i) => {
      const command = commands.find((one) => one.id === id)
      return command ? [{ ...command, group: i === 0 }] : []
    }),
  )
}
