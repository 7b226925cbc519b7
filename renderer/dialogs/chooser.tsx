import { Button, Input, Modal } from "antd"
import { ArrowUp, File, Folder, Newspaper } from "lucide-react"
import { useEffect, useState, type MouseEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Door, FolderEntry } from "../../main/bridge/contract.ts"
import { asked, folderLastShown, noteFolder, type Asked } from "../state/choose-files.ts"
import "../style/chooser.css"

/** Over every dialog, also one that was opened from another: each of those stands 100 higher. */
const ABOVE_DIALOGS = 2000

/** Where to begin when the person's own folder cannot be read. */
const ROOT = "/"

/** The desk's own file browser, for shells without a dialog. */
export function Chooser({ door }: { readonly door: Door }) {
  const current = useStore(asked, (state) => state.asked)
  if (!current) return null
  return <Browser key={current.question.title} door={door} asked={current} />
}

interface BrowserProps {
  readonly door: Door
  readonly asked: Asked
}

/** Folders are walked into; files are chosen by name, several with Ctrl where several may be. */
function Browser({ door, asked: { question, settle } }: BrowserProps) {
  const { t } = useTranslation()
  const { folder: known, setFolder, entries, fault } = useFolder(door)
  const folder = known ?? ""
  const [names, setNames] = useState<readonly string[]>(question.name ? [question.name] : [])
  const fits = (entry: FolderEntry): boolean => entry.folder || isWanted(entry, question)
  const listed = entries.filter(fits)
  const settled = (chosen: readonly string[]): void => {
    noteFolder(folder)
    settle(chosen.map((name) => `${folder.replace(/[\\/]$/, "")}/${name}`))
  }
  const enter = (path: string): void => {
    setFolder(path)
    if (!question.save) setNames([])
  }
  const take = ({ name, path, folder: isFolder }: FolderEntry, event: MouseEvent): void => {
    if (isFolder) return enter(path)
    const more = question.many && (event.ctrlKey || event.metaKey)
    if (!more) setNames([name])
    else setNames(names.includes(name) ? names.filter((one) => one !== name) : [...names, name])
  }
  return (
    <Modal
      open
      title={question.title.replace("…", "")}
      zIndex={ABOVE_DIALOGS}
      onCancel={() => settle([])}
      onOk={() => (names.length > 0 ? settled(names) : settle([folder]))}
      okButtonProps={{ disabled: names.length === 0 && !question.folder }}
    >
      <div className="chooser-bar">
        <Button
          icon={<ArrowUp size={16} />}
          aria-label={t("chooser.up")}
          title={t("chooser.up")}
          onClick={() => enter(above(folder))}
        />
        <Input
          value={folder}
          disabled={known === null}
          aria-label={t("chooser.folder")}
          onChange={(event) => enter(event.target.value)}
        />
      </div>
      <ul
        className="chooser"
        aria-label={t("chooser.entries")}
        aria-multiselectable={question.many}
      >
        {listed.map((entry) => (
          <li key={entry.path}>
            <button
              type="button"
              aria-pressed={names.includes(entry.name)}
              onClick={(event) => take(entry, event)}
              onDoubleClick={() => !entry.folder && settled([entry.name])}
            >
              <EntryIcon entry={entry} />
              {entry.name}
            </button>
          </li>
        ))}
        {(fault || listed.length === 0) && (
          <li className="quiet">{t(fault ? "chooser.noFolder" : "chooser.empty")}</li>
        )}
      </ul>
      <Input
        value={names.join("  ")}
        readOnly={names.length > 1}
        aria-label={t("chooser.name")}
        placeholder={t(question.many ? "chooser.several" : "chooser.name")}
        onChange={({ target: { value } }) => setNames(value === "" ? [] : [value])}
      />
    </Modal>
  )
}

/**
 * The folder that is shown, null until the person's own is known, and what is in it; what was shown
 * last stays while the next is read.
 */
function useFolder(door: Door) {
  const [folder, setFolder] = useState(folderLastShown() || null)
  const [entries, setEntries] = useState<readonly FolderEntry[]>([])
  const [fault, setFault] = useState(false)
  useEffect(() => {
    let left = false
    const show = (found: readonly FolderEntry[] | null): void => {
      setFault(!found)
      setEntries(found ?? [])
    }
    if (folder === "") return show(null)
    void door.call("listFolder", folder ?? "").then((answer) => {
      if (left) return
      show(answer.ok ? answer.value.entries : null)
      if (folder === null) setFolder(answer.ok ? answer.value.path : ROOT)
    })
    return () => {
      left = true
    }
  }, [door, folder])
  return { folder, setFolder, entries, fault }
}

function EntryIcon({ entry }: { readonly entry: FolderEntry }) {
  if (entry.folder) return <Folder size={16} />
  return entry.name.endsWith(".issue") ? <Newspaper size={16} /> : <File size={16} />
}

/** Whether a file answers the question; an issue, which is a folder on the disk, is one to open. */
function isWanted({ name }: FolderEntry, { folder, endings }: Asked["question"]): boolean {
  const low = name.toLowerCase()
  if (folder) return low.endsWith(".issue")
  return endings.length === 0 || endings.some((ending) => low.endsWith(`.${ending}`))
}

/** The folder that a folder is in; that of a root is itself. */
function above(folder: string): string {
  const parts = folder.replace(/[\\/]+$/, "").split(/[\\/]/)
  const parent = parts.slice(0, -1).join("/")
  return parent.includes("/") ? parent : `${parent}/`
}
