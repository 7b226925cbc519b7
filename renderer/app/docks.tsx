import {
  DockviewReact,
  themeDark,
  themeLight,
  type AddPanelOptions,
  type DockviewApi,
  type IDockviewPanel,
  type IDockviewPanelProps,
  type SerializedDockview,
} from "dockview-react"
import "dockview-react/dist/styles/dockview.css"
import i18next from "i18next"
import {
  Activity,
  createContext,
  useContext,
  useEffect,
  useState,
  type FunctionComponent,
  type ReactNode,
} from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { takePictures } from "../canvas/drop-pictures.ts"
import { PageCanvas } from "../canvas/page-canvas.tsx"
import { ProofBeside } from "../canvas/proof-beside.tsx"
import { Rulers } from "../canvas/rulers.tsx"
import { PageMarks } from "../marks/page-marks.tsx"
import { ChecksPanel } from "../panels/checks.tsx"
import { AloudPanel } from "../panels/aloud.tsx"
import { DraftBar } from "../panels/draft-bar.tsx"
import { FindPanel } from "../panels/find.tsx"
import { Findings } from "../panels/findings.tsx"
import { Fit } from "../panels/fit.tsx"
import { FramePanel } from "../panels/frame.tsx"
import { Headline } from "../panels/headline.tsx"
import { Inks } from "../panels/inks.tsx"
import { ManuscriptPanel } from "../panels/manuscript.tsx"
import { MarksPanel } from "../panels/marks.tsx"
import { Preflight } from "../panels/preflight.tsx"
import { Measure } from "../panels/measure.tsx"
import { NoPages } from "../panels/no-pages.tsx"
import { Pages } from "../panels/pages.tsx"
import { Picture } from "../panels/picture.tsx"
import { RoundsPanel } from "../panels/rounds.tsx"
import { SeparationsPanel } from "../panels/separations.tsx"
import { Styles } from "../panels/styles.tsx"
import { Story } from "../panels/story.tsx"
import { Tray } from "../panels/tray.tsx"
import type { Command } from "../commands/command.ts"
import type { Means } from "../state/means.ts"
import { preferences, setPreferences } from "../state/preferences.ts"
import { view } from "../state/view.ts"
import "../style/docks.css"
import { act } from "./act.ts"
import { FaultBoundary } from "./fault-boundary.tsx"
import { pageKey, useKeysOfNone } from "./page-keys.ts"
import { PageMenu } from "./page-menu.tsx"
import { enterText } from "./select-at.ts"
import { ToolPalette } from "./tool-palette.tsx"

/** A panel of the desk: its title is `panel.<id>`. */
interface Panel {
  readonly id: string
  readonly Shown: FunctionComponent
  /** Where it docks at first: beside the page, under another panel, or as a tab with it. */
  readonly place: NonNullable<AddPanelOptions["position"]> & object
  /** Width in CSS pixels for the first of its dock. */
  readonly width?: number
  readonly height?: number
}

/** The panels beside the page, in the order in which they are put up. */
const PANELS: readonly Panel[] = [
  {
    id: "tray",
    Shown: () => <Tray commands={useCommands()} means={useMeans()} />,
    place: { direction: "left", referencePanel: "page" },
    width: 288,
  },
  {
    id: "story",
    Shown: Story,
    place: { direction: "right", referencePanel: "page" },
    width: 320,
  },
  {
    id: "findings",
    Shown: Findings,
    place: { direction: "below", referencePanel: "story" },
    height: 260,
  },
  {
    id: "picture",
    Shown: () => <Picture means={useMeans()} />,
    place: { direction: "within", referencePanel: "story" },
  },
  {
    id: "styles",
    Shown: Styles,
    place: { direction: "within", referencePanel: "story" },
  },
  {
    id: "frame",
    Shown: () => <FramePanel commands={useCommands()} />,
    place: { direction: "within", referencePanel: "story" },
  },
  {
    id: "inks",
    Shown: Inks,
    place: { direction: "within", referencePanel: "story" },
  },
  {
    id: "preflight",
    Shown: () => <Preflight means={useMeans()} />,
    place: { direction: "within", referencePanel: "findings" },
  },
  {
    id: "checks",
    Shown: () => <ChecksPanel means={useMeans()} />,
    place: { direction: "within", referencePanel: "findings" },
  },
  {
    id: "separations",
    Shown: () => <SeparationsPanel means={useMeans()} />,
    place: { direction: "within", referencePanel: "findings" },
  },
  { id: "marks", Shown: MarksPanel, place: { direction: "within", referencePanel: "story" } },
  {
    id: "manuscript",
    Shown: ManuscriptPanel,
    place: { direction: "within", referencePanel: "tray" },
  },
  { id: "aloud", Shown: AloudPanel, place: { direction: "within", referencePanel: "findings" } },
  {
    id: "rounds",
    Shown: () => <RoundsPanel means={useMeans()} />,
    place: { direction: "within", referencePanel: "story" },
  },
  { id: "find", Shown: FindPanel, place: { direction: "within", referencePanel: "findings" } },
  {
    id: "fit",
    Shown: () => <Fit means={useMeans()} />,
    place: { direction: "within", referencePanel: "findings" },
  },
  {
    id: "headline",
    Shown: () => <Headline means={useMeans()} />,
    place: { direction: "within", referencePanel: "findings" },
  },
  {
    id: "measure",
    Shown: () => <Measure means={useMeans()} />,
    place: { direction: "within", referencePanel: "findings" },
  },
]

const MeansHere = createContext<Means | null>(null)

/** The means of this window, for what stands in a dock. */
function useMeans(): Means {
  return useContext(MeansHere)!
}

const CommandsHere = createContext<readonly Command[]>([])

/** The commands of this window, for panels that show some of them. */
function useCommands(): readonly Command[] {
  return useContext(CommandsHere)
}

/** The page with its strip; the one panel that is always there. */
function PagePanel() {
  const means = useMeans()
  const commands = useCommands()
  useKeysOfNone()
  return (
    <div className="centre" onDrop={(event) => takePictures(event, means)}>
      <DraftBar means={means} />
      <div className="work">
        <ToolPalette />
        <PageMenu commands={commands}>
          <div className="page-room">
            <ProofBeside means={means} />
            <Rulers onUnit={() => void switchUnit(means)}>
              <PageCanvas
                tiles={means.tiles}
                onAct={act}
                onOpenStory={(article, at) => {
                  if (!enterText(article, at)) view.setState({ article })
                }}
                onKey={pageKey}
              >
                <PageMarks
                  onFit={showFit}
                  onMark={showMarks}
                  commands={commands}
                  door={means.door}
                />
              </PageCanvas>
            </Rulers>
            <NoPages commands={commands} />
          </div>
        </PageMenu>
      </div>
      <Pages tiles={means.tiles} />
    </div>
  )
}

/** Lets the rulers count in the other unit. */
function switchUnit({ door }: Means): Promise<void> {
  return setPreferences({ units: view.getState().rulerUnit === "zi" ? "mm" : "zi" }, door)
}

function showMarks(): void {
  showPanel("marks")
}

function showFit(): void {
  showPanel("fit")
}

const COMPONENTS: Record<string, FunctionComponent<IDockviewPanelProps>> = {
  page: () => (
    <FaultBoundary where="page">
      <PagePanel />
    </FaultBoundary>
  ),
  ...Object.fromEntries(
    PANELS.map(({ id, Shown }) => [
      id,
      ({ api }: IDockviewPanelProps) => (
        <div className="dock-panel" data-panel={id}>
          <WhileSeen api={api}>
            <FaultBoundary where={id}>
              <Shown />
            </FaultBoundary>
          </WhileSeen>
        </div>
      ),
    ]),
  ),
}

/** A panel's contents, which sleep behind another tab: no key waits for what nobody sees. */
function WhileSeen({ api, children }: Pick<IDockviewPanelProps, "api"> & { children: ReactNode }) {
  const [seen, setSeen] = useState(api.isVisible)
  useEffect(() => {
    const watch = api.onDidVisibilityChange(({ isVisible }) => setSeen(isVisible))
    return () => watch.dispose()
  }, [api])
  return <Activity mode={seen ? "visible" : "hidden"}>{children}</Activity>
}

let docks: DockviewApi | null = null

/** What the docks hand on to their panels. */
export interface DocksProps {
  readonly means: Means
  readonly commands: readonly Command[]
}

/** The docked panels round the page. */
export function Docks({ means, commands }: DocksProps) {
  const dark = useStore(view, (state) => state.dark)
  const { t } = useTranslation()
  useEffect(() => {
    for (const panel of docks?.panels ?? []) panel.api.setTitle(t(`panel.${panel.id}`))
  }, [t])
  useEffect(
    () => () => {
      window.clearTimeout(moving)
      docks = null
    },
    [],
  )
  return (
    <MeansHere value={means}>
      <CommandsHere value={commands}>
        <DockviewReact
          className="docks"
          components={COMPONENTS}
          theme={dark ? themeDark : themeLight}
          disableFloatingGroups
          onReady={({ api }) => {
            docks = api
            dockAsBefore(api)
            api.onDidLayoutChange(() => rememberDocks(api, means))
          }}
        />
      </CommandsHere>
    </MeansHere>
  )
}

/** Shows a panel: puts it up again where it was closed, and brings its tab to the front. */
export function showPanel(id: string): void {
  const shown = docks?.getPanel(id)
  const panel = PANELS.find((one) => one.id === id)
  if (shown) shown.api.setActive()
  else if (docks && panel) putUp(docks, panel)
}

/** Shows a panel and puts the keyboard into it. */
export function enterPanel(id: string): void {
  showPanel(id)
  requestAnimationFrame(() => {
    const panel = document.querySelector(`[data-panel="${id}"]`)
    panel?.querySelector<HTMLElement>("textarea, [contenteditable], input, [tabindex='0']")?.focus()
  })
}

/** The panels that the desk has, by id. */
export function panelIds(): readonly string[] {
  return PANELS.map(({ id }) => id)
}

/** Docks the panels as they stood when they were last moved; as at first where that cannot be read. */
function dockAsBefore(api: DockviewApi): void {
  const { panels = "" } = preferences.getState().set ?? {}
  try {
    api.fromJSON(JSON.parse(panels) as SerializedDockview)
  } catch {
    return resetPanels()
  }
  const page = api.getPanel("page")
  if (!page || api.panels.some(({ id }) => !Object.hasOwn(COMPONENTS, id))) return resetPanels()
  keepPage(page)
  for (const panel of api.panels) panel.api.setTitle(titleOf(panel.id))
}

/** A pause in moving panels, ms, after which it is written down how they stand. */
const MOVING_PAUSE = 1000

let moving = 0

function rememberDocks(api: DockviewApi, { door }: Means): void {
  window.clearTimeout(moving)
  moving = window.setTimeout(() => {
    const panels = JSON.stringify(api.toJSON())
    if (panels !== preferences.getState().set?.panels) void setPreferences({ panels }, door)
  }, MOVING_PAUSE)
}

/** The page has no tab, and nothing is docked over it. */
function keepPage({ group }: IDockviewPanel): void {
  group.header.hidden = true
  group.locked = "no-drop-target"
}

/** Docks every panel where it stands at first. */
export function resetPanels(): void {
  if (!docks) return
  docks.clear()
  keepPage(docks.addPanel({ id: "page", component: "page", title: titleOf("page") }))
  for (const panel of PANELS) putUp(docks, panel)
}

function putUp(api: DockviewApi, { id, place, width, height }: Panel): void {
  const beside = "referencePanel" in place ? api.getPanel(String(place.referencePanel)) : undefined
  api.addPanel({
    id,
    component: id,
    title: titleOf(id),
    inactive: place.direction === "within",
    ...(beside ? { position: place } : { position: { direction: "right" } }),
    ...(width === undefined ? {} : { initialWidth: width }),
    ...(height === undefined ? {} : { initialHeight: height }),
  } as AddPanelOptions)
}

function titleOf(id: string): string {
  return i18next.t(`panel.${id}`)
}
