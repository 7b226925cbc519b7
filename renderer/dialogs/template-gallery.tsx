import { Button, Checkbox, Modal, Popconfirm, Segmented, Spin } from "antd"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { nextPageId, type AppliedTemplate, type Manner } from "../../layouts/apply-template.ts"
import { shippedTemplates } from "../../layouts/templates/shelf.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { PageProof } from "../canvas/page-proof.tsx"
import { TemplatePicture } from "../controls/template-picture.tsx"
import { closeDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { takeTemplate, tryTemplate, waitingArticles, type Target } from "../state/page-deeds.ts"
import { draftTemplate } from "../state/template-draft.ts"
import { fetchTemplates, isKept, removeTemplate, templates } from "../state/templates.ts"
import { nameOf } from "../state/tray-rows.ts"
import { view } from "../state/view.ts"
import "../style/templates.css"
import type { DialogProps } from "./dialog-props.ts"
import { useTemplateName, usePictureAnswers } from "./template-words.ts"

/** Width of a picture in the list and of the trial beside it, CSS pixels. */
const WIDE = { card: 104, trial: 264 } as const

/** The templates (版式库), to be put under the page that is shown. */
export function TemplateGallery(props: DialogProps) {
  return <Gallery {...props} first="page" />
}

/** The templates, to make a new page from one. */
export function AddPageGallery(props: DialogProps) {
  return <Gallery {...props} first="new" />
}

function Gallery({ means, first }: DialogProps & { readonly first: Target["kind"] }) {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const page = useStore(view, (state) => state.page)
  const kept = useStore(templates, (state) => state.kept)
  const own = issue?.pages.find(({ id }) => id === page)?.template
  const [chosen, setChosen] = useState(own ?? shippedTemplates()[0]!.id)
  const [kind, setKind] = useState<Target["kind"]>(page === null ? "new" : first)
  const [waiting, setWaiting] = useState(false)
  const [manner, setManner] = useState<Manner>("fitted")
  useEffect(() => void fetchTemplates(means.door), [means])
  const all = [...shippedTemplates(), ...(kept ?? [])]
  const template = all.find(({ id }) => id === chosen) ?? all[0]!
  const target = useMemo<Target>(
    () => (kind === "page" && page !== null ? { kind, page } : { kind: "new", waiting }),
    [kind, page, waiting],
  )
  const trial = useTrial(template, target, manner, means)
  if (!issue) return null
  const id = target.kind === "page" ? target.page : nextPageId(issue)
  const take = (): void => {
    if (!trial) return
    closeDialog()
    takeTemplate(trial, target)
  }
  return (
    <Modal
      open
      title={t("templates.title")}
      width={980}
      className="gallery-dialog"
      onCancel={closeDialog}
      footer={
        <div className="gallery-foot">
          <TemplateButtons template={template} means={means} />
          <span />
          <Button onClick={closeDialog}>{t("templates.cancel")}</Button>
          <Button type="primary" disabled={!trial} onClick={take}>
            {t(target.kind === "page" ? "templates.apply" : "templates.add", { page: id })}
          </Button>
        </div>
      }
    >
      <div className="gallery">
        <div className="gallery-list">
          <Shelf
            title={t("templates.shipped")}
            templates={shippedTemplates()}
            chosen={template.id}
            onChoose={setChosen}
          />
          <Shelf
            title={t("templates.kept")}
            templates={kept ?? []}
            chosen={template.id}
            onChoose={setChosen}
          />
        </div>
        <div className="gallery-side">
          <Segmented<Target["kind"]>
            block
            value={target.kind}
            options={[
              { value: "page", label: t("templates.toPage", { page }), disabled: page === null },
              { value: "new", label: t("templates.toNew", { page: nextPageId(issue) }) },
            ]}
            onChange={setKind}
          />
          <div className="trial">
            {trial ? (
              <PageProof
                tiles={means.tiles}
                list={trial.composed.list}
                width={WIDE.trial}
                label={t("templates.trial")}
              />
            ) : (
              <Spin size="small" />
            )}
          </div>
          <Facts template={template} />
          {target.kind === "new" && (
            <Checkbox
              checked={waiting}
              disabled={waitingArticles(issue).length === 0}
              onChange={(event) => setWaiting(event.target.checked)}
            >
              {t("templates.waiting", { count: waitingArticles(issue).length })}
            </Checkbox>
          )}
          {(target.kind === "page" || waiting) && (
            <Segmented<Manner>
              block
              value={manner}
              options={[
                { value: "fitted", label: t("templates.fitted") },
                { value: "drawn", label: t("templates.drawn") },
              ]}
              onChange={setManner}
            />
          )}
          {trial && <Outcome trial={trial} />}
        </div>
      </div>
    </Modal>
  )
}

/** Under what name a page that is only tried is told to the tile workers. */
const TRIAL = "trial of a template"

/** The page that a template would give; null while it is being made up. */
function useTrial(
  template: Template,
  target: Target,
  manner: Manner,
  means: Means,
): AppliedTemplate | null {
  const [trial, setTrial] = useState<AppliedTemplate | null>(null)
  useEffect(() => {
    setTrial(null)
    // The dialog is drawn first: making a page up takes longer than a frame.
    const later = window.setTimeout(() => {
      const made = tryTemplate(template, target, manner, means)
      if (!made) return
      const list = { ...made.composed.list, page: TRIAL }
      means.tiles.setList(list)
      setTrial({ ...made, composed: { ...made.composed, list } })
    })
    return () => window.clearTimeout(later)
  }, [template, target, manner, means])
  return trial
}

interface ShelfProps {
  readonly title: string
  readonly templates: readonly Template[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Templates of one kind as pictures to choose from. */
function Shelf({ title, templates: all, chosen, onChoose }: ShelfProps) {
  const { t } = useTranslation()
  const name = useTemplateName()
  const answers = usePictureAnswers()
  return (
    <section>
      <h3>{title}</h3>
      {all.length === 0 && <p className="quiet">{t("templates.noneKept")}</p>}
      <div className="cards" role="listbox" aria-label={title}>
        {all.map((template) => (
          <button
            key={template.id}
            type="button"
            role="option"
            aria-selected={template.id === chosen}
            className={template.id === chosen ? "card chosen" : "card"}
            onClick={() => onChoose(template.id)}
          >
            <TemplatePicture template={template} width={WIDE.card} answers={answers} />
            <span>{name(template)}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

/** What a template is, in numbers. */
function Facts({ template }: { readonly template: Template }) {
  const { t } = useTranslation()
  const name = useTemplateName()
  const { sheet, grid } = template
  return (
    <div className="facts">
      <strong>{name(template)}</strong>
      <span>
        {t("templates.facts", {
          ...{ width: sheet.width, height: sheet.height },
          ...{ columns: grid.columns, measure: Math.round(grid.measure * 10) / 10 },
          ...{ lines: grid.lines, size: grid.bodySize },
        })}
      </span>
    </div>
  )
}

/** What would come of it: how many articles stand, which go back, and which are over or short. */
function Outcome({ trial }: { readonly trial: AppliedTemplate }) {
  const { t } = useTranslation()
  const articles = useStore(desk, (state) => state.issue?.articles ?? [])
  const titled = (id: string): string => {
    const article = articles.find((one) => one.id === id)
    return (article && nameOf(article)) || t("tray.untitled")
  }
  const over = trial.unfit.filter((one) => one.over > 0)
  const short = trial.unfit.reduce((sum, one) => sum + (one.over > 0 ? 0 : one.short), 0)
  return (
    <ul className="outcome">
      <li>{t("templates.stands", { count: trial.composed.articles.length })}</li>
      {trial.back.length > 0 && (
        <li className="over">
          {t("templates.back", { count: trial.back.length })}
          <span>{trial.back.map(titled).join("、")}</span>
        </li>
      )}
      {over.map((one) => (
        <li key={one.article} className="over">
          {t("templates.over", { count: one.over })}
          <span>{titled(one.article)}</span>
        </li>
      ))}
      {short > 0 && <li className="short">{t("templates.short", { count: short })}</li>}
    </ul>
  )
}

/** What can be done with the template itself. */
function TemplateButtons({ template, means }: { template: Template; means: Means }) {
  const { t } = useTranslation()
  const name = useTemplateName()
  const edit = (): void => {
    closeDialog()
    draftTemplate(template, means)
  }
  return (
    <>
      <Button onClick={edit}>
        {t(isKept(template) ? "templates.edit" : "templates.editCopy")}
      </Button>
      {isKept(template) && (
        <Popconfirm
          title={t("templates.removeSure", { name: name(template) })}
          okText={t("templates.remove")}
          cancelText={t("templates.cancel")}
          onConfirm={() => void removeTemplate(template, means.door)}
        >
          <Button danger>{t("templates.remove")}</Button>
        </Popconfirm>
      )}
    </>
  )
}
