import { Button, Checkbox, Input, Modal } from "antd"
import i18next from "i18next"
import { Search, Star, Trash2, Upload } from "lucide-react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Say } from "../../layouts/finding.ts"
import {
  entryName,
  type HouseEntry,
  type HouseTable,
} from "../../layouts/proof/checks/house-tables.ts"
import type { Door } from "../../main/bridge/contract.ts"
import { chooseFiles } from "../state/choose-files.ts"
import { closeDialog } from "../state/dialog.ts"
import {
  fetchHouseTables,
  houseTables,
  importHouseTables,
  removeHouseTable,
  switchHouseTable,
} from "../state/house-tables.ts"
import "../style/house-tables.css"
import type { DialogProps } from "./dialog-props.ts"
import { FileFaults } from "./file-faults.tsx"

/** Entries that are put up at once; the rest is found by searching. */
const LISTED = 200

/** The paper's own tables (本报用语表): taken in, looked through, switched, removed. */
export function HouseTablesDialog({ means: { door } }: DialogProps) {
  const { t } = useTranslation()
  const tables = useStore(houseTables, (state) => state.tables)
  const [chosen, setChosen] = useState<string | null>(null)
  const [left, setLeft] = useState<readonly Say[]>([])
  useEffect(() => void fetchHouseTables(door), [door])
  const table = tables.find(({ id }) => id === chosen) ?? tables[0]
  const take = async (): Promise<void> => {
    const paths = await chosenFiles(door)
    if (paths.length > 0) setLeft(await importHouseTables(paths, door))
  }
  return (
    <Modal open title={t("house.title")} width={820} footer={null} onCancel={closeDialog}>
      <div className="house">
        <div className="house-tables">
          <Button icon={<Upload size={14} />} onClick={() => void take()}>
            {t("house.import")}
          </Button>
          <ul aria-label={t("house.title")}>
            {tables.map((one) => (
              <TableRow
                key={one.id}
                table={one}
                chosen={one === table}
                door={door}
                onChoose={() => setChosen(one.id)}
              />
            ))}
          </ul>
          <p className="quiet">{t("house.hint")}</p>
        </div>
        <div className="house-side">
          <FileFaults
            type="warning"
            title={t("house.left", { count: left.length })}
            faults={left}
          />
          {table ? (
            <Entries key={table.id} table={table} door={door} />
          ) : (
            <p className="quiet">{t("house.none")}</p>
          )}
        </div>
      </div>
    </Modal>
  )
}

/** Table files that the person chooses. */
function chosenFiles(door: Door): Promise<readonly string[]> {
  const title = i18next.t("house.import")
  const endings = ["csv", "json", "txt", "tsv"]
  return chooseFiles(door, { title, save: false, folder: false, many: true, endings, name: "" })
}

interface TableRowProps {
  readonly table: HouseTable
  readonly chosen: boolean
  readonly door: Door
  readonly onChoose: () => void
}

function TableRow({ table, chosen, door, onChoose }: TableRowProps) {
  const { t } = useTranslation()
  return (
    <li className={chosen ? "chosen" : ""}>
      <Checkbox
        checked={table.on}
        aria-label={t("house.use", { name: table.id })}
        onChange={({ target }) => void switchHouseTable({ ...table, on: target.checked }, door)}
      />
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        {table.id}
        <span className="quiet">{table.entries.length}</span>
      </button>
      <button
        type="button"
        title={t("house.remove")}
        aria-label={`${t("house.remove")} ${table.id}`}
        onClick={() => void removeHouseTable(table, door)}
      >
        <Trash2 size={14} />
      </button>
    </li>
  )
}

interface EntriesProps {
  readonly table: HouseTable
  readonly door: Door
}

/** A table's entries, searched by any of their words; each can be switched by itself. */
function Entries({ table, door }: EntriesProps) {
  const { t } = useTranslation()
  const [sought, setSought] = useState("")
  const found = table.entries.filter((entry) => has(entry, sought.trim()))
  const off = new Set(table.off)
  const flip = (entry: HouseEntry): void => {
    const name = entryName(entry)
    const others = table.off.filter((one) => one !== name)
    void switchHouseTable({ ...table, off: off.has(name) ? others : [...others, name] }, door)
  }
  return (
    <>
      <Input
        prefix={<Search size={14} />}
        allowClear
        value={sought}
        aria-label={t("house.search")}
        placeholder={t("house.search")}
        onChange={(event) => setSought(event.target.value)}
      />
      <div className="house-entries">
        <table aria-label={table.id}>
          <thead>
            <tr>
              <th />
              {(["kind", "word", "also", "wrong", "suggest", "note"] as const).map((column) => (
                <th key={column}>{t(`house.column.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, LISTED).map((entry, i) => (
              <tr key={i} className={off.has(entryName(entry)) ? "off" : ""}>
                <td>
                  <Checkbox
                    checked={!off.has(entryName(entry))}
                    aria-label={t("house.use", { name: entry.word })}
                    onChange={() => flip(entry)}
                  />
                </td>
                <td>{t(`house.kind.${entry.kind}`)}</td>
                <td>
                  {entry.word}
                  {entry.important && (
                    <Star size={12} role="img" aria-label={t("house.important")} />
                  )}
                </td>
                <td>{entry.also.join("、")}</td>
                <td>{entry.wrong.join("、")}</td>
                <td>{entry.suggest.join("、")}</td>
                <td>{entry.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        {t("house.count", {
          shown: Math.min(LISTED, found.length),
          found: found.length,
          all: table.entries.length,
        })}
      </p>
    </>
  )
}

function has({ word, also, wrong, suggest, note }: HouseEntry, sought: string): boolean {
  return (
    sought === "" || [word, ...also, ...wrong, ...suggest, note].some((one) => one.includes(sought))
  )
}
