import { ConfigProvider, Spin, Tabs, theme } from "antd"
import enUS from "antd/locale/en_US"
import zhCN from "antd/locale/zh_CN"
import i18next from "i18next"
import { useEffect, useMemo, type DragEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { PageCanvas } from "../canvas/page-canvas.tsx"
import { commandFor, commandsFor, type Deeds } from "../commands/commands.ts"
import { Findings } from "../panels/findings.tsx"
import { Measure } from "../panels/measure.tsx"
import { Pages } from "../panels/pages.tsx"
import { Review } from "../panels/review.tsx"
import { Start } from "../panels/start.tsx"
import { Status } from "../panels/status.tsx"
import { Story } from "../panels/story.tsx"
import { Tray } from "../panels/tray.tsx"
import { reviewCopy } from "../state/actions.ts"
import type { Means } from "../state/means.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import { Chooser } from "./chooser.tsx"
import { deedsWith } from "./deeds.ts"
import { Toolbar } from "./toolbar.tsx"

/** The whole window. */
export function App({ means }: { readonly means: Means }) {
  const { dark, language } = useStore(view)
  const deeds = useMemo(() => deedsWith(means), [means])
  useEffect(() => {
    void i18next.changeLanguage(language)
    document.documentElement.lang = language
  }, [language])
  const algorithm = dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.compactAlgorithm]
  return (
    <ConfigProvider
      locale={language === "en" ? enUS : zhCN}
      theme={{ algorithm, token: { colorPrimary: "#1668dc", fontSize: 13, motion: false } }}
    >
      <Window means={means} deeds={deeds} />
      <Chooser door={means.door} />
      <Review
        onFlip={deeds.flipDecision}
        onAccept={deeds.acceptReview}
        onCancel={() => desk.setState({ review: null })}
      />
    </ConfigProvider>
  )
}

function Window({
  means,
  deeds,
}: {
  readonly means: Means
  readonly deeds: ReturnType<typeof deedsWith>
}) {
  const { t } = useTranslation()
  const dark = useStore(view, (state) => state.dark)
  const path = useStore(desk, (state) => state.path)
  const busy = useStore(desk, (state) => state.busy)
  const commands = useMemo(() => commandsFor(deeds satisfies Deeds), [deeds])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const command = commandFor(commands, event)
      if (!command) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [commands])

  return (
    <div
      className="desk"
      data-dark={dark}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void dropCopy(event, means)}
    >
      <Toolbar commands={commands} />
      {busy !== null && <Spin fullscreen description={t(busy)} />}
      {path === null ? (
        <Start onImport={deeds.importCopy} onSample={deeds.openSample} onOpen={deeds.openIssue} />
      ) : (
        <>
          <aside className="left">
            <Tray />
          </aside>
          <div className="centre">
            <PageCanvas
              tiles={means.tiles}
              onAct={deeds.act}
              onOpenStory={(article) => view.setState({ article })}
            />
            <Pages />
          </div>
          <aside className="right">
            <div className="pane">
              <h2>{t("story.title")}</h2>
              <Story
                onRetype={deeds.retype}
                onWords={deeds.setWords}
                onSplit={deeds.split}
                onJoin={deeds.join}
              />
            </div>
            <Tabs
              size="small"
              className="pane-tabs"
              items={[
                { key: "findings", label: t("findings.title"), children: <Findings /> },
                { key: "measure", label: t("measure.title"), children: <Measure /> },
              ]}
            />
          </aside>
        </>
      )}
      <Status />
    </div>
  )
}

/** Files dropped on the window are read as copy. */
async function dropCopy(event: DragEvent, means: Means): Promise<void> {
  event.preventDefault()
  const files = [...event.dataTransfer.files]
  if (files.length === 0) return
  const sources = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  await reviewCopy(sources, {}, means)
}
