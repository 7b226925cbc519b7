import { createRoot } from "react-dom/client"
import { answerShell } from "./app/answer-shell.ts"
import { App } from "./app/app.tsx"
import { FaultBoundary } from "./app/fault-boundary.tsx"
import { openTileStore } from "./canvas/tile-store.ts"
import { openDoor } from "./door/open.ts"
import { shownBefore } from "./door/shown-issue.ts"
import { stayHere } from "./door/stay.ts"
import { openIssue } from "./state/issue-file.ts"
import { valueOf, type Means } from "./state/means.ts"
import { desk } from "./state/desk.ts"
import { watchFaults } from "./state/fault.ts"
import "./style/desk.css"
import { fetchPreferences } from "./state/preferences.ts"
import { madeFaceById } from "./type/made-faces.ts"
import { openShelf } from "./type/shelf.ts"
import { startWords } from "./words/words.ts"

/** Faces that every page of the house's styles uses; the others come when a page asks. */
const HOUSE_FACES = new Set(["song-400", "song-700", "song-900", "hei-400", "hei-700", "kai-500"])

startWords("zh-CN")
stayHere()
const root = createRoot(document.getElementById("desk")!)
void start()

/** Opens the door and shows the desk; the type comes while the person looks for what to open. */
async function start(): Promise<void> {
  const opened = await openDoor()
  if (!opened.ok) {
    document.body.textContent = `${opened.say.zh} ${opened.say.en}`
    return
  }
  const door = opened.value
  const hello = valueOf(await door.call("hello"))
  if (!hello) return
  await fetchPreferences(door)
  desk.setState({ hello })
  const path = shownBefore() ?? hello.open ?? ""
  const begin = path === "" ? idle() : Promise.resolve()
  const shelf = openShelf(hello.faces, HOUSE_FACES, begin)
  const tiles = openTileStore((id) => shelf.faces.get(id) ?? madeFaceById(id))
  const means: Means = { door, shelf, tiles }
  watchFaults(means)
  answerShell(means)
  if (path === "") desk.setState({ busy: null })
  root.render(
    <FaultBoundary where="window">
      <App means={means} />
    </FaultBoundary>,
  )
  if (path === "") return
  await openIssue(path, means)
  desk.setState({ busy: null })
}

/** Waits until the window has been drawn: 80 MB of type would come before it. */
function idle(): Promise<unknown> {
  return new Promise((settle) => requestIdleCallback(settle, { timeout: 2000 }))
}
