import type { AlignEdge } from "../../layouts/edits/align-frames.ts"
import {
  align,
  canCut,
  canDistribute,
  canMergeChosen,
  chooseAll,
  copyChosen,
  cutInTwo,
  distribute,
  duplicate,
  group,
  hasClipboard,
  hasRules,
  isThreaded,
  mergeChosen,
  paste,
  removeChosen,
  restack,
  switchLock,
  switchRules,
  unthread,
} from "../app/frame-deeds.ts"
import { areVertical, canTurnWords, switchVertical } from "../app/turn-deeds.ts"
import { chosen } from "../state/chosen.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import type { Command } from "./command.ts"

/** The edges that frames are aligned by, in the order of the menu. */
export const EDGES: readonly AlignEdge[] = ["left", "centre", "right", "top", "middle", "foot"]

/** Commands on the chosen frames. */
export function frameCommands(): readonly Command[] {
  return [
    ...clipboardCommands(),
    ...standingCommands(),
    ...alignCommands(),
    ...partingCommands(),
    ...(["column", "slot"] as const).map((kind, i): Command => ({
      ...{ id: `rules-${kind}`, menu: "page", keys: null, group: i === 0 },
      enabled: () => view.getState().page !== null,
      checked: () => hasRules(kind),
      run: () => switchRules(kind),
    })),
    {
      id: "links",
      menu: "view",
      keys: "Ctrl+Alt+Y",
      enabled: () => desk.getState().issue !== null,
      checked: () => view.getState().links,
      run: () => view.setState(({ links }) => ({ links: !links })),
    },
  ]
}

function anyChosen(): boolean {
  return chosen() !== null
}

function severalChosen(): boolean {
  return (chosen()?.frames.length ?? 0) > 1
}

function clipboardCommands(): readonly Command[] {
  const onPage = { menu: "edit", yields: true } as const
  return [
    {
      ...{ id: "cutFrames", ...onPage, keys: "Ctrl+X", group: true, enabled: anyChosen },
      run: () => copyChosen(true),
    },
    {
      ...{ id: "copyFrames", ...onPage, keys: "Ctrl+C", enabled: anyChosen },
      run: () => copyChosen(false),
    },
    {
      ...{ id: "pasteFrames", ...onPage, keys: "Ctrl+V", enabled: hasClipboard },
      run: () => paste(false),
    },
    {
      ...{ id: "pasteInPlace", ...onPage, keys: "Ctrl+Shift+V", enabled: hasClipboard },
      run: () => paste(true),
    },
    { id: "duplicate", ...onPage, keys: "Ctrl+D", enabled: anyChosen, run: duplicate },
    { id: "removeFrames", ...onPage, keys: "Delete", enabled: anyChosen, run: removeChosen },
    {
      ...{ id: "chooseAll", ...onPage, keys: "Ctrl+A" },
      enabled: () => desk.getState().issue !== null,
      run: chooseAll,
    },
  ]
}

function standingCommands(): readonly Command[] {
  const stack = (
    id: string,
    keys: string,
    [step, whole]: readonly [step: 1 | -1, whole: boolean],
  ): Command => ({
    ...{ id, menu: "frame", keys, group: id === "toFront", enabled: anyChosen },
    run: () => restack(step, whole),
  })
  return [
    {
      ...{ id: "group", menu: "frame", keys: "Ctrl+G", enabled: severalChosen },
      run: () => group(true),
    },
    {
      ...{ id: "ungroup", menu: "frame", keys: "Ctrl+Shift+G" },
      enabled: () => chosen()?.frames.some((frame) => frame.group !== undefined) ?? false,
      run: () => group(false),
    },
    {
      ...{ id: "lock", menu: "frame", keys: "Ctrl+L", enabled: anyChosen },
      checked: () => chosen()?.frames.every(({ locked }) => locked) ?? false,
      run: switchLock,
    },
    {
      ...{ id: "vertical", menu: "frame", keys: null, enabled: canTurnWords },
      checked: areVertical,
      run: switchVertical,
    },
    stack("toFront", "Ctrl+Shift+}", [1, true]),
    stack("forward", "Ctrl+]", [1, false]),
    stack("backward", "Ctrl+[", [-1, false]),
    stack("toBack", "Ctrl+Shift+{", [-1, true]),
  ]
}

function alignCommands(): readonly Command[] {
  return [
    ...EDGES.map((edge, i): Command => ({
      ...{ id: `align-${edge}`, menu: "frame", keys: null, group: i === 0, enabled: anyChosen },
      run: () => align(edge),
    })),
    ...(["across", "down"] as const).map((way, i): Command => ({
      ...{ id: `distribute-${way}`, menu: "frame", keys: null, group: i === 0 },
      enabled: canDistribute,
      run: () => distribute(way),
    })),
  ]
}

/** Commands that part and join frames and threads. */
function partingCommands(): readonly Command[] {
  return [
    {
      ...{ id: "splitColumns", menu: "frame", keys: null, group: true },
      enabled: () => canCut("column"),
      run: () => cutInTwo("column"),
    },
    {
      ...{ id: "splitLines", menu: "frame", keys: null },
      enabled: () => canCut("line"),
      run: () => cutInTwo("line"),
    },
    {
      ...{ id: "merge", menu: "frame", keys: "Ctrl+M", enabled: canMergeChosen },
      run: mergeChosen,
    },
    {
      ...{ id: "unthread", menu: "frame", keys: null, group: true, enabled: isThreaded },
      run: () => unthread(false),
    },
    {
      ...{ id: "breakThread", menu: "frame", keys: null, enabled: isThreaded },
      run: () => unthread(true),
    },
  ]
}
