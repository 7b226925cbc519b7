import { Alert } from "antd"
import { useTranslation } from "react-i18next"
import type { Say } from "../../layouts/finding.ts"

interface FileFaultsProps {
  /** An error kept the file out; with a warning the rest of it was taken in. */
  readonly type: "error" | "warning"
  readonly title: string
  readonly faults: readonly Say[]
}

/** What could not be understood in files that were to be taken in, a sentence each; nothing for none. */
export function FileFaults({ type, title, faults }: FileFaultsProps) {
  const { i18n } = useTranslation()
  if (faults.length === 0) return null
  return (
    <Alert
      type={type}
      title={title}
      description={
        <ul className="house-left">
          {faults.map(({ zh, en }, i) => (
            <li key={i}>{i18n.language === "en" ? en : zh}</li>
          ))}
        </ul>
      }
    />
  )
}
