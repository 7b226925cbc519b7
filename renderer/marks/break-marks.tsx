import { useMemo } from "react"
import { useStore } from "zustand"
import { ContextMenu } from "../app/context-menu.tsx"
import type { Command } from "../commands/command.ts"
import { breakMarksOn } from "../state/break-marks.ts"
import { desk } from "../state/desk.ts"
import { BreakFlag } from "./break-flag.tsx"
import type { MarkedPage } from "./flash-mark.tsx"

/** The commands of a break's context menu, by id. */
const OWN = new Set(["removeBreak", "breaksOriginal", "breaksFree", "breaksFollow"])

/** The original column breaks (原栏断点) of a page: a mark at each, and a flag in the gutter. */
export function BreakMarks({
  page,
  px,
  offset,
  commands,
}: MarkedPage & { readonly commands: readonly Command[] }) {
  const breaks = useStore(desk, (state) => state.breaks)
  const marks = useMemo(() => breakMarksOn(page, breaks), [page, breaks])
  const own = useMemo(() => commands.filter(({ id }) => OWN.has(id)), [commands])
  return (
    <div onContextMenu={(event) => event.stopPropagation()}>
      <ContextMenu commands={own}>
        <div>
          {marks.map((mark) => (
            <BreakFlag
              key={`${mark.article} ${mark.place.paragraph} ${mark.place.offset}`}
              {...{ mark, page, px, offset }}
            />
          ))}
        </div>
      </ContextMenu>
    </div>
  )
}
