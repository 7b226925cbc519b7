import { Dropdown, Input, type InputRef } from "antd"
import { ArrowDownUp, ChevronDown, ChevronRight, Plus, Search } from "lucide-react"
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { ContextMenu } from "../app/context-menu.tsx"
import type { Command } from "../commands/command.ts"
import { useAtRest } from "../state/at-rest.ts"
import type { Means } from "../state/means.ts"
import { showArticle } from "../state/jump.ts"
import { trayRows, TRAY_SORTS, type TrayRow, type TraySort } from "../state/tray-rows.ts"
import { view } from "../state/view.ts"
import "../style/tray.css"
import { CarryGhost, useCarry } from "./tray-carry.tsx"
import { TrayEntry } from "./tray-entry.tsx"

/** What the tray works with. */
export interface TrayProps {
  readonly commands: readonly Command[]
  readonly means: Means
}

/** The article tray (稿件): what waits and what is placed, with kind, length and pages. */
export function Tray({ commands, means }: TrayProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState("")
  const [sort, setSort] = useState<TraySort>("came")
  const issue = useAtRest((state) => state.issue)
  const pages = useAtRest((state) => state.pages)
  const groups = useMemo(() => {
    const sets = new Map(pages.flatMap((page) => page.articles).map((set) => [set.article.id, set]))
    return trayRows(issue?.articles ?? [], sets, { words, sort })
  }, [issue, pages, words, sort])
  const list = useRef<HTMLDivElement>(null)
  const take = useCarry(means)
  const own = useMemo(() => commands.filter(({ menu }) => menu === "article"), [commands])
  const run = (id: string): void => own.find((command) => command.id === id)?.run()
  const open = useCallback(() => own.find(({ id }) => id === "openStory")?.run(), [own])
  if (!issue) return null
  const shown = [...groups.waiting, ...groups.placed].map(({ article }) => article.id)
  return (
    <section className="tray-panel" aria-label={t("tray.title")}>
      <TrayHead
        {...{ words, sort, onWords: setWords, onSort: setSort }}
        onNew={() => run("newArticle")}
        onLeave={() => list.current?.focus()}
      />
      <ContextMenu commands={own}>
        <div
          ref={list}
          className="tray"
          role="grid"
          tabIndex={0}
          aria-label={t("tray.title")}
          onPointerDown={take}
          onKeyDown={(event) => trayKey(event, shown, run)}
        >
          <TrayGroup title={t("tray.waiting")} rows={groups.waiting} onOpen={open} />
          <TrayGroup title={t("tray.placed")} rows={groups.placed} onOpen={open} />
          {shown.length === 0 && (
            <p className="quiet tray-none">{t(words === "" ? "tray.none" : "tray.notFound")}</p>
          )}
        </div>
      </ContextMenu>
      <CarryGhost />
    </section>
  )
}

interface TrayHeadProps {
  readonly words: string
  readonly sort: TraySort
  readonly onWords: (words: string) => void
  readonly onSort: (sort: TraySort) => void
  readonly onNew: () => void
  /** The person is done searching and goes to the list. */
  readonly onLeave: () => void
}

function TrayHead({ words, sort, onWords, onSort, onNew, onLeave }: TrayHeadProps) {
  const { t } = useTranslation()
  const field = useRef<InputRef>(null)
  const items = TRAY_SORTS.map((key) => ({ key, label: t(`tray.sort.${key}`) }))
  return (
    <header className="tray-head">
      <Input
        ref={field}
        size="small"
        allowClear
        prefix={<Search size={14} />}
        placeholder={t("tray.search")}
        aria-label={t("tray.search")}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "Enter") onLeave()
          if (event.key === "Escape") onWords("")
        }}
      />
      <Dropdown
        trigger={["click"]}
        menu={{
          items,
          selectable: true,
          selectedKeys: [sort],
          onClick: ({ key }) => onSort(key as TraySort),
        }}
      >
        <button
          type="button"
          className="icon-button"
          title={t("tray.sortBy")}
          aria-label={t("tray.sortBy")}
        >
          <ArrowDownUp size={16} />
        </button>
      </Dropdown>
      <button
        type="button"
        className="icon-button"
        title={t("menu.newArticle")}
        aria-label={t("menu.newArticle")}
        onClick={onNew}
      >
        <Plus size={16} />
      </button>
    </header>
  )
}

interface TrayGroupProps {
  readonly title: string
  readonly rows: readonly TrayRow[]
  readonly onOpen: () => void
}

/** A group of the tray with its count; its heading folds it. */
function TrayGroup({ title, rows, onOpen }: TrayGroupProps): ReactNode {
  const [folded, setFolded] = useState(false)
  const Sign = folded ? ChevronRight : ChevronDown
  return (
    <div role="rowgroup" aria-label={title}>
      <button
        type="button"
        className="tray-group"
        aria-expanded={!folded}
        onClick={() => setFolded(!folded)}
      >
        <Sign size={14} />
        {title}
        <span className="count">{rows.length}</span>
      </button>
      {!folded && rows.map((row) => <TrayEntry key={row.article.id} row={row} onOpen={onOpen} />)}
    </div>
  )
}

/** Arrows go through the rows, Enter opens the story, Delete removes the article. */
function trayKey(
  event: KeyboardEvent,
  shown: readonly string[],
  run: (command: string) => void,
): void {
  if (event.target !== event.currentTarget && !(event.target as Element).matches(".entry")) return
  const at = shown.indexOf(view.getState().article ?? "")
  const last = shown.length - 1
  const to: Partial<Record<string, number>> = {
    ArrowDown: Math.min(last, at + 1),
    ArrowUp: at < 0 ? last : Math.max(0, at - 1),
    Home: 0,
    End: last,
  }
  const next = shown[to[event.key] ?? -1]
  if (next !== undefined) showArticle(next)
  else if (event.key === "Enter" && at >= 0) run("openStory")
  else if (event.key === "Delete" && at >= 0) run("removeArticle")
  else return
  event.preventDefault()
  event.stopPropagation()
}
