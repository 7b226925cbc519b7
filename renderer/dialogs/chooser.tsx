import { Input, List, Modal } from "antd"
import { File, Folder } from "lucide-react"
import { useEffect, useState } from "react"
import { useStore } from "zustand"
import type { Door, FolderEntry } from "../../main/bridge/contract.ts"
import { asked, type Asked } from "../state/choose-files.ts"
import { valueOf } from "../state/means.ts"

/** The desk's own file browser, for shells without a dialog. */
export function Chooser({ door }: { readonly door: Door }) {
  const current = useStore(asked, (state) => state.asked)
  if (!current) return null
  return <Browser key={current.question.title} door={door} asked={current} />
}

function Browser({
  door,
  asked: { question, settle },
}: {
  readonly door: Door
  readonly asked: Asked
}) {
  const [folder, setFolder] = useState("")
  const [entries, setEntries] = useState<readonly FolderEntry[]>([])
  const [name, setName] = useState(question.name)
  useEffect(() => {
    void door.call("listFolder", folder).then((answer) => {
      const listed = valueOf(answer)
      if (!listed) return
      if (listed.path !== folder) setFolder(listed.path)
      setEntries(listed.entries)
    })
  }, [door, folder])
  const fits = (entry: FolderEntry): boolean =>
    entry.folder ||
    (!question.folder &&
      (question.endings.length === 0 ||
        question.endings.some((ending) => entry.name.toLowerCase().endsWith(`.${ending}`))))
  const path = `${folder}/${name}`
  return (
    <Modal
      open
      title={question.title}
      onCancel={() => settle([])}
      onOk={() => settle(name === "" ? (question.folder ? [folder] : []) : [path])}
      okButtonProps={{ disabled: name === "" && !question.folder }}
    >
      <Input
        value={folder}
        aria-label="folder"
        onChange={(event) => setFolder(event.target.value)}
      />
      <List
        size="small"
        className="chooser"
        dataSource={entries.filter(fits)}
        renderItem={(entry) => (
          <List.Item
            onClick={() => (entry.folder ? setFolder(entry.path) : setName(entry.name))}
            onDoubleClick={() => !entry.folder && settle([entry.path])}
          >
            {entry.folder ? <Folder size={15} /> : <File size={15} />} {entry.name}
          </List.Item>
        )}
      />
      <Input value={name} aria-label="name" onChange={(event) => setName(event.target.value)} />
    </Modal>
  )
}
