import { recompose, showPictureLook } from "../state/actions.ts"
import { composedPage, desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { setPreferences } from "../state/preferences.ts"
import { fitPage, view, zoomAt } from "../state/view.ts"
import type { Command } from "./command.ts"

/** Commands that change what is seen, not what is made. */
export function viewCommands(means: Means): readonly Command[] {
  const zoomBy = (factor: number): void => {
    const { zoom, width, height } = view.getState()
    zoomAt(zoom * factor, width / 2, height / 2)
  }
  const fit = (whole: boolean): void => {
    const page = composedPage(desk.getState(), view.getState().page)
    if (page) fitPage(page.list.trim, whole)
  }
  const flip = (key: "grid" | "frames"): Pick<Command, "checked" | "run"> => ({
    checked: () => view.getState()[key],
    run: () => view.setState((state) => ({ [key]: !state[key] })),
  })
  const isOpen = (): boolean => desk.getState().issue !== null
  return [
    { id: "zoomIn", menu: "view", keys: "Ctrl+=", run: () => zoomBy(1.25) },
    { id: "zoomOut", menu: "view", keys: "Ctrl+-", run: () => zoomBy(0.8) },
    { id: "fitPage", menu: "view", keys: "Ctrl+0", run: () => fit(true) },
    { id: "fitWidth", menu: "view", keys: "Ctrl+1", run: () => fit(false) },
    { id: "grid", menu: "view", keys: "Ctrl+'", group: true, ...flip("grid") },
    { id: "frames", menu: "view", keys: "Ctrl+H", ...flip("frames") },
    {
      id: "original",
      menu: "view",
      keys: null,
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
      checked: () => view.getState().colour,
      run() {
        view.setState(({ colour }) => ({ colour: !colour }))
        showPictureLook(means)
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
      run: () =>
        view.setState(({ language }) => ({ language: language === "en" ? "zh-CN" : "en" })),
    },
  ]
}
