import { createStore } from "zustand/vanilla"
import type { Door, Preferences } from "../../main/bridge/contract.ts"
import { tell, valueOf } from "./means.ts"
import { view } from "./view.ts"

/** What the person set for this program on this machine; null until it came. */
export const preferences = createStore<{ readonly set: Preferences | null }>(() => ({ set: null }))

/** Fetches what was set, and follows other windows and, where that was chosen, the machine's own look. */
export async function fetchPreferences(door: Door): Promise<void> {
  const kept = valueOf(await door.call("preferences"))
  if (!kept) return
  preferences.setState({ set: kept.preferences })
  show(kept.preferences)
  for (const notice of kept.notices) tell(notice, false)
  door.on("preferencesKept", (set) => {
    preferences.setState({ set })
    show(set)
  })
  machineLook().addEventListener("change", () => show(preferences.getState().set!))
}

/** Sets some preferences: at once in this window, and written down. */
export async function setPreferences(change: Partial<Preferences>, door: Door): Promise<void> {
  const { set } = preferences.getState()
  if (!set) return
  const next = { ...set, ...change }
  preferences.setState({ set: next })
  show(next)
  valueOf(await door.call("keepPreferences", next))
}

/** Whether the machine's own look is dark. */
function machineLook(): MediaQueryList {
  return window.matchMedia("(prefers-color-scheme: dark)")
}

function show({ language, look, screenDpi, units }: Preferences): void {
  view.setState({
    language,
    dark: look === "dark" || (look === "system" && machineLook().matches),
    screenDpi: screenDpi ?? view.getInitialState().screenDpi,
    rulerUnit: units,
  })
}
