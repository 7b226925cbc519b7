import { showPanel } from "../app/docks.tsx"
import type { Means } from "../state/means.ts"
import { clearGuides } from "../canvas/guides.ts"
import { recompose, showPictureLook } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { openDialog } from "../state/dialog.ts"
import { fitShown } from "../state/fit.ts"
import { separations } from "../state/separations.ts"
import { showSeparations } from "../state/show-separations.ts"
import { setPreferences } from "../state/preferences.ts"
import { view, zoomStep, zoomTo, type SpreadMode } from "../state/view.ts"
import type { Command } from "./command.ts"

/** What of the page is shown beside what is printed. */
type Shown =
  "grid" | "baselines" | "columns" | "guides" | "rulers" | "frames" | "preview" | "hits" | "costs"

/** Commands on how near and how much is seen, and what is shown over it. */
export function viewCommands(): readonly Command[] {
  return [...zoomCommands(), ...spreadCommands(), ...shownCommands()]
}

const isOpen = (): boolean => desk.getState().issue !== null

function zoomCommands(): readonly Command[] {
  const step = (direction: 1 | -1) => (): void => zoomTo(zoomStep(view.getState().zoom, direction))
  const at = (id: string, keys: string | null, run: () => void, group = false): Command => {
    return { id, menu: "view", keys, group, enabled: isOpen, run }
  }
  return [
    at("zoomIn", "Ctrl+=", step(1)),
    at("zoomOut", "Ctrl+-", step(-1)),
    at("fitPage", "Ctrl+0", () => fitShown("page"), true),
    at("fitWidth", "Ctrl+3", () => fitShown("width")),
    at("actualSize", "Ctrl+1", () => zoomTo(1)),
    at("zoom200", "Ctrl+2", () => zoomTo(2)),
    at("zoom400", "Ctrl+4", () => zoomTo(4)),
    at("screenSize", null, () => openDialog("screenSize")),
  ]
}

function spreadCommands(): readonly Command[] {
  const modes: readonly SpreadMode[] = ["single", "spread", "sides"]
  return modes.map((mode, i) => ({
    id: `${mode}Page`,
    menu: "view",
    keys: null,
    group: i === 0,
    enabled: isOpen,
    checked: () => view.getState().spread === mode,
    run: () => view.setState({ spread: mode }),
  }))
}

function shownCommands(): readonly Command[] {
  const flip = (key: Shown, keys: string | null, group = false): Command => ({
    id: key,
    menu: "view",
    keys,
    group,
    enabled: isOpen,
    checked: () => view.getState()[key],
    run: () => view.setState((state) => ({ [key]: !state[key] })),
  })
  return [
    flip("preview", "W", true),
    flip("rulers", "Ctrl+R"),
    flip("grid", "Ctrl+'", true),
    flip("baselines", "Ctrl+Alt+'"),
    flip("columns", null),
    flip("guides", "Ctrl+;"),
    {
      id: "clearGuides",
      menu: "view",
      keys: null,
      enabled: () => isOpen() && guidesHere(),
      run: clearGuides,
    },
    flip("frames", "Ctrl+H", true),
    flip("hits", null),
    flip("costs", "Ctrl+Shift+D"),
  ]
}

function guidesHere(): boolean {
  const { page } = view.getState()
  return desk.getState().issue?.pages.find(({ id }) => id === page)?.guides !== undefined
}

/** Commands on how pages and window look as a whole. */
export function lookCommands(means: Means): readonly Command[] {
  return [
    {
      id: "original",
      menu: "view",
      keys: null,
      group: true,
      enabled: isOpen,
      checked: () => desk.getState().breaks === "original",
      run() {
        desk.setState(({ breaks }) => ({ breaks: breaks === "free" ? "original" : "free" }))
        recompose(means)
      },
    },
    {
      id: "colour",
      menu: "view",
      keys: null,
      enabled: isOpen,
      checked: () => view.getState().colour,
      run() {
        view.setState(({ colour }) => ({ colour: !colour }))
        showPictureLook(means)
      },
    },
    {
      id: "separations",
      menu: "view",
      keys: "Shift+F6",
      enabled: isOpen,
      checked: () => separations.getState().on,
      run() {
        const on = !separations.getState().on
        showSeparations({ on }, means)
        if (on) showPanel("separations")
      },
    },
    {
      id: "dark",
      menu: "view",
      keys: null,
      group: true,
      checked: () => view.getState().dark,
      run: () => void setPreferences({ look: view.getState().dark ? "light" : "dark" }, means.door),
    },
    {
      id: "language",
      menu: "view",
      keys: null,
      run() {
        const language = view.getState().language === "en" ? "zh-CN" : "en"
        void setPreferences({ language }, means.door)
      },
    },
  ]
}
