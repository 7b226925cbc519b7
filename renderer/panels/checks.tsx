import { Select, Segmented } from "antd"
import { BookMarked, CircleCheck, LoaderCircle, SpellCheck } from "lucide-react"
import { memo, useDeferredValue, useMemo, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { RULES, type RuleId } from "../../layouts/proof/checks/rules.ts"
import { scoreOf } from "../../layouts/proof/checks/score.ts"
import { useAtRest } from "../state/at-rest.ts"
import { checks, useChecks } from "../state/checks.ts"
import { openDialog } from "../state/dialog.ts"
import { chosenHit, stepHit, takeUp } from "../state/hit-deeds.ts"
import { filteredHits, groupedHits, listedHits } from "../state/hit-list.ts"
import type { HitFilter, HitGroup, ListedHit } from "../state/hit-list.ts"
import type { Means } from "../state/means.ts"
import { view } from "../state/view.ts"
import "../style/checks.css"
import "../style/findings.css"
import { HitRow } from "./hit-row.tsx"
import { IgnoredHits } from "./ignored-hits.tsx"
import { ScoreLine } from "./score-line.tsx"
import { SeveritySwitches } from "./severities.tsx"

/** Rows that are put up at once; the rest is counted. */
const LISTED = 300

/** What the checks of the proof desk found in the issue (校对检查), and its score by the regulation. */
export function ChecksPanel({ means: { door } }: { readonly means: Means }) {
  const { t } = useTranslation()
  useChecks(door)
  const all = useListedHits()
  const { filter, by, running } = useStore(checks)
  const hits = useMemo(() => filteredHits(all, filter), [all, filter])
  const groups = useMemo(() => firstOf(groupedHits(hits, by), LISTED), [hits, by])
  return (
    <section className="findings-panel checks" aria-label={t("checks.title")}>
      <ChecksHead all={all} />
      <Filters all={all} />
      {hits.length === 0 && (
        <p className="findings-none" role="status">
          {running ? <LoaderCircle size={16} /> : <CircleCheck size={16} />}
          {t(running ? "checks.running" : "checks.none")}
        </p>
      )}
      <div className="checks-room">
        <div
          className="checks-list"
          role="listbox"
          aria-label={t("checks.title")}
          tabIndex={0}
          onKeyDown={onListKey}
        >
          {groups.map((group) => (
            <Group key={group.id} group={group} all={all} />
          ))}
        </div>
        {hits.length > LISTED && (
          <p className="quiet checks-more">{t("checks.more", { count: hits.length - LISTED })}</p>
        )}
        <IgnoredHits />
      </div>
      <IssueScore all={all} />
    </section>
  )
}

/** The hits of the issue as it is at rest. */
function useListedHits(): readonly ListedHit[] {
  const articles = useAtRest((state) => state.issue?.articles)
  const pages = useAtRest((state) => state.pages)
  const ignored = useAtRest((state) => state.ignored)
  const found = useDeferredValue(useStore(checks, (state) => state.found))
  return useMemo(
    () => listedHits({ articles: articles ?? [], found, ignored, pages }),
    [articles, found, ignored, pages],
  )
}

/** The first groups that hold so many hits, the last of them cut. */
function firstOf(groups: readonly HitGroup[], most: number): readonly HitGroup[] {
  let left = most
  return groups.flatMap((group) => {
    const hits = group.hits.slice(0, Math.max(0, left))
    left -= group.hits.length
    return hits.length === 0 ? [] : [{ ...group, hits }]
  })
}

/** What keys do on the list: up and down go through it, one key takes up or lets stand. */
function onListKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  const { key } = event
  const hit = chosenHit()
  if (key === "ArrowDown") stepHit(1)
  else if (key === "ArrowUp") stepHit(-1)
  else if (hit && (key === "Enter" || key.toLowerCase() === "g"))
    takeUp(hit, hit.finding.suggest[0] ?? null)
  else if (hit && /^[1-9]$/.test(key) && hit.finding.suggest[Number(key) - 1] !== undefined)
    takeUp(hit, hit.finding.suggest[Number(key) - 1]!)
  else if (hit && key.toLowerCase() === "i")
    document.querySelector<HTMLElement>(".hit-ignore input")?.focus()
  else return
  event.preventDefault()
}

/** How many hits there are of each severity, how they are grouped, and ways to what belongs to them. */
const ChecksHead = memo(function ChecksHead({ all }: { readonly all: readonly ListedHit[] }) {
  const { t } = useTranslation()
  const { filter, by } = useStore(checks)
  const marked = useStore(view, (state) => state.hits)
  return (
    <header className="findings-head">
      <SeveritySwitches
        findings={all.map(({ finding }) => finding)}
        shown={filter.severities}
        onShow={(severities) => setFilter({ severities })}
      />
      <Segmented
        size="small"
        value={by}
        options={(["article", "rule"] as const).map((value) => ({
          value,
          label: t(`checks.by.${value}`),
        }))}
        onChange={(value) => checks.setState({ by: value })}
      />
      <button
        type="button"
        className="checks-marked"
        aria-pressed={marked}
        title={t("menu.hits")}
        aria-label={t("menu.hits")}
        onClick={() => view.setState({ hits: !marked })}
      >
        <SpellCheck size={14} />
      </button>
      <button
        type="button"
        className="checks-tables"
        title={t("menu.houseTables")}
        aria-label={t("menu.houseTables")}
        onClick={() => openDialog("houseTables")}
      >
        <BookMarked size={14} />
      </button>
    </header>
  )
})

function setFilter(change: Partial<HitFilter>): void {
  checks.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}

/** Which page, article and rule is listed. */
const Filters = memo(function Filters({ all }: { readonly all: readonly ListedHit[] }) {
  const { t, i18n } = useTranslation()
  const filter = useStore(checks, (state) => state.filter)
  const pages = useAtRest((state) => state.pages)
  const rules = [...new Set(all.map(({ finding }) => finding.rule))].toSorted()
  const articles = [...new Map(all.map(({ article }) => [article.id, article])).values()]
  const english = i18n.language === "en"
  return (
    <div className="checks-filters">
      <Select
        size="small"
        aria-label={t("checks.page")}
        value={filter.page}
        options={[
          { value: null, label: t("checks.allPages") },
          ...pages.map(({ page: { id } }) => ({ value: id, label: t("checks.onPage", { id }) })),
        ]}
        onChange={(page) => setFilter({ page })}
      />
      <Select
        size="small"
        aria-label={t("checks.article")}
        value={filter.article}
        options={[
          { value: null, label: t("checks.allArticles") },
          ...articles.map(({ id, headline }) => ({ value: id, label: headline || id })),
        ]}
        onChange={(article) => setFilter({ article })}
      />
      <Select<RuleId | null>
        size="small"
        aria-label={t("checks.rule")}
        value={filter.rule}
        options={[
          { value: null, label: t("checks.allRules") },
          ...rules.map((id) => ({ value: id, label: RULES[id].name[english ? "en" : "zh"] })),
        ]}
        onChange={(rule) => setFilter({ rule })}
      />
    </div>
  )
})

interface GroupProps {
  readonly group: HitGroup
  /** Every hit of the issue: an article's score minds no filter. */
  readonly all: readonly ListedHit[]
}

/** The hits of an article with its score, or those of a rule with where it is written. */
const Group = memo(function Group({ group: { id, hits }, all }: GroupProps) {
  const { t, i18n } = useTranslation()
  const by = useStore(checks, (state) => state.by)
  const chosen = useStore(checks, (state) => state.chosen)
  const [first] = hits
  const title =
    by === "article"
      ? first!.article.headline || id
      : RULES[first!.finding.rule].name[i18n.language === "en" ? "en" : "zh"]
  return (
    <section role="group" aria-label={title}>
      <h3>
        <span className="checks-name">{title}</span>
        {by === "article" ? (
          <ArticleScore hits={all.filter(({ article }) => article.id === id)} />
        ) : (
          <span className="quiet">{RULES[first!.finding.rule].source}</span>
        )}
        <span className="quiet">{t("checks.count", { count: hits.length })}</span>
      </h3>
      {hits.map((hit) => (
        <HitRow key={hit.name} hit={hit} chosen={hit.name === chosen} />
      ))}
    </section>
  )
})

/** The score of one article by the hits in it. */
function ArticleScore({ hits }: { readonly hits: readonly ListedHit[] }) {
  const { t } = useTranslation()
  const score = useMemo(
    () =>
      scoreOf(
        hits.slice(0, 1).map(({ article }) => article),
        hits.map(({ finding }) => finding),
      ),
    [hits],
  )
  return (
    <span className={score.passes ? "quiet" : "error"}>
      {t("checks.articleScore", { errors: score.errors, rate: score.rate })}
    </span>
  )
}

/** The score of the whole issue, whatever is listed of it. */
const IssueScore = memo(function IssueScore({ all }: { readonly all: readonly ListedHit[] }) {
  const articles = useAtRest((state) => state.issue?.articles)
  const running = useStore(checks, (state) => state.running)
  const score = useMemo(
    () =>
      scoreOf(
        articles ?? [],
        all.map(({ finding }) => finding),
      ),
    [articles, all],
  )
  return <ScoreLine score={score} running={running} />
})
