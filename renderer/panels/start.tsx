import { FileInput, FilePlus2, FolderOpen, Newspaper } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { openDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import "../style/start.css"

/** What an empty desk offers. */
export interface StartProps {
  readonly onImport: () => void
  readonly onSample: () => void
  readonly onOpen: (path: string | null) => void
}

/** The steps of the work, as the empty desk teaches them. */
const STEPS = ["import", "review", "compose", "export"] as const

/** The empty state: what this program does, the ways to begin, and the issues opened lately. */
export function Start({ onImport, onSample, onOpen }: StartProps) {
  const { t } = useTranslation()
  const recent = useStore(desk, (state) => state.hello?.recent ?? [])
  const hasSample = useStore(desk, (state) => state.hello?.sample !== null)
  return (
    <main className="start">
      <header>
        <h1>{t("start.title")}</h1>
        <p>{t("start.lead")}</p>
      </header>
      <div className="start-ways">
        <Way icon={<FileInput size={20} />} way="import" onTake={onImport} />
        {hasSample && <Way icon={<Newspaper size={20} />} way="sample" onTake={onSample} />}
        <Way icon={<FilePlus2 size={20} />} way="newIssue" onTake={() => openDialog("newIssue")} />
        <Way icon={<FolderOpen size={20} />} way="open" onTake={() => onOpen(null)} />
      </div>
      <section>
        <h2>{t("start.how")}</h2>
        <ol className="start-steps">
          {STEPS.map((step) => (
            <li key={step}>{t(`start.step.${step}`)}</li>
          ))}
        </ol>
      </section>
      {recent.length > 0 && (
        <section>
          <h2>{t("start.recent")}</h2>
          <ul className="start-recent">
            {recent.map((path) => (
              <li key={path}>
                <button type="button" title={path} onClick={() => onOpen(path)}>
                  <strong>{nameOf(path)}</strong>
                  <span className="quiet">{path}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly way: string
  readonly onTake: () => void
}

function Way({ icon, way, onTake }: WayProps) {
  const { t } = useTranslation()
  return (
    <button type="button" className="way" onClick={onTake}>
      {icon}
      <strong>{t(`start.${way}`)}</strong>
      <span>{t(`start.${way}Hint`)}</span>
    </button>
  )
}

function nameOf(path: string): string {
  return path
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.issue$/, "")
}
