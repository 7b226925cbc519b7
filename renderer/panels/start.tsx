import { Button } from "antd"
import { FileInput, FolderOpen, Newspaper } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { desk } from "../state/desk.ts"

/** What an empty desk offers. */
export interface StartProps {
  readonly onImport: () => void
  readonly onSample: () => void
  readonly onOpen: (path: string | null) => void
}

/** The empty state: what this program does, and the ways to begin. */
export function Start({ onImport, onSample, onOpen }: StartProps) {
  const { t } = useTranslation()
  const recent = useStore(desk, (state) => state.hello?.recent ?? [])
  return (
    <main className="start">
      <h1>{t("start.title")}</h1>
      <p>{t("start.lead")}</p>
      <div className="start-ways">
        <Way
          icon={<FileInput />}
          words={t("start.import")}
          hint={t("start.importHint")}
          onTake={onImport}
        />
        <Way
          icon={<Newspaper />}
          words={t("start.sample")}
          hint={t("start.sampleHint")}
          onTake={onSample}
        />
        <Way icon={<FolderOpen />} words={t("start.open")} hint="" onTake={() => onOpen(null)} />
      </div>
      {recent.length > 0 && (
        <section>
          <h2>{t("start.recent")}</h2>
          <ul>
            {recent.map((path) => (
              <li key={path}>
                <Button type="link" onClick={() => onOpen(path)}>
                  {path}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

function Way(props: { icon: ReactNode; words: string; hint: string; onTake: () => void }) {
  return (
    <button type="button" className="way" onClick={props.onTake}>
      {props.icon}
      <strong>{props.words}</strong>
      <span>{props.hint}</span>
    </button>
  )
}
