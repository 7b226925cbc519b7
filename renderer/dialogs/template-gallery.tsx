import { Button, Checkbox, Modal, Segmented } from "antd"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { nextPageId, type AppliedTemplate, type Manner } from "../../layouts/apply-template.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { shippedTemplates } from "../../layouts/templates/shelf.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { closeDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { takeTemplate, waitingArticles, type Target } from "../state/page-deeds.ts"
import { fetchTemplates, templates } from "../state/templates.ts"
import { view } from "../state/view.ts"
import "../style/templates.css"
import type { DialogProps } from "./dialog-props.ts"
import { TemplateButtons, TemplateShelf } from "./template-shelf.tsx"
import { Outcome, TrialPage, useTrial } from "./template-trial.tsx"

/** The templates (版式库), to be put under the page that is shown. */
export function TemplateGallery({ means }: DialogProps) {
  const issue = useStore(desk, (state) => state.issue)
  return issue && <Gallery issue={issue} means={means} first="page" />
}

/** The templates, to make a new page from one. */
export function AddPageGallery({ means }: DialogProps) {
  const issue = useStore(desk, (state) => state.issue)
  return issue && <Gallery issue={issue} means={means} first="new" />
}

/** What is to be done with the chosen template. */
interface Wish {
  readonly kind: Target["kind"]
  /** Whether a new page takes the articles that wait. */
  readonly waiting: boolean
  readonly manner: Manner
}

interface GalleryProps {
  readonly issue: Issue
  readonly means: Means
  readonly first: Target["kind"]
}

function Gallery({ issue, means, first }: GalleryProps) {
  const { t } = useTranslation()
  const page = useStore(view, (state) => state.page)
  const kept = useStore(templates, (state) => state.kept) ?? []
  const own = issue.pages.find(({ id }) => id === page)?.template
  const [chosen, setChosen] = useState(own ?? shippedTemplates()[0]!.id)
  const [wish, setWish] = useState<Wish>({ kind: first, waiting: false, manner: "either" })
  useEffect(() => void fetchTemplates(means.door), [means])
  const all = [...shippedTemplates(), ...kept]
  const template = all.find(({ id }) => id === chosen) ?? all[0]!
  const target = useTarget(wish, page)
  const trial = useTrial(template, target, wish.manner, means)
  return (
    <Modal
      open
      title={t("templates.title")}
      width={980}
      onCancel={closeDialog}
      footer={<GalleryFoot {...{ issue, template, target, trial, means }} />}
    >
      <div className="gallery">
        <div className="gallery-list">
          <TemplateShelf
            title={t("templates.shipped")}
            templates={shippedTemplates()}
            chosen={template.id}
            onChoose={setChosen}
          />
          <TemplateShelf
            title={t("templates.kept")}
            templates={kept}
            chosen={template.id}
            onChoose={setChosen}
          />
        </div>
        <div className="gallery-side">
          <TargetChoice
            {...{ issue, page, target }}
            onChange={(kind) => setWish({ ...wish, kind })}
          />
          <TrialPage trial={trial} template={template} means={means} />
          <WishFields {...{ issue, target, wish }} onChange={setWish} />
          {trial && <Outcome trial={trial} />}
        </div>
      </div>
    </Modal>
  )
}

/** What the wish comes to: without a page that is shown only a new one can be made. */
function useTarget({ kind, waiting }: Wish, page: string | null): Target {
  return useMemo(
    () => (kind === "page" && page !== null ? { kind, page } : { kind: "new", waiting }),
    [kind, page, waiting],
  )
}

interface TargetChoiceProps {
  readonly issue: Issue
  readonly page: string | null
  readonly target: Target
  readonly onChange: (kind: Target["kind"]) => void
}

/** Under the page that is shown, or as a new one. */
function TargetChoice({ issue, page, target, onChange }: TargetChoiceProps) {
  const { t } = useTranslation()
  return (
    <Segmented<Target["kind"]>
      block
      value={target.kind}
      options={[
        { value: "page", label: t("templates.toPage", { page }), disabled: page === null },
        { value: "new", label: t("templates.toNew", { page: nextPageId(issue) }) },
      ]}
      onChange={onChange}
    />
  )
}

interface WishFieldsProps {
  readonly issue: Issue
  readonly target: Target
  readonly wish: Wish
  readonly onChange: (wish: Wish) => void
}

/** Which articles go on the page, and whether slots may move for them. */
function WishFields({ issue, target, wish, onChange }: WishFieldsProps) {
  const { t } = useTranslation()
  const waiting = waitingArticles(issue).length
  return (
    <>
      {target.kind === "new" && (
        <Checkbox
          checked={wish.waiting}
          disabled={waiting === 0}
          onChange={(event) => onChange({ ...wish, waiting: event.target.checked })}
        >
          {t("templates.waiting", { count: waiting })}
        </Checkbox>
      )}
      {(target.kind === "page" || wish.waiting) && (
        <Segmented<Manner>
          block
          value={wish.manner}
          options={[
            { value: "either", label: t("templates.fitted") },
            { value: "drawn", label: t("templates.drawn") },
          ]}
          onChange={(manner) => onChange({ ...wish, manner })}
        />
      )}
    </>
  )
}

interface GalleryFootProps {
  readonly issue: Issue
  readonly template: Template
  readonly target: Target
  readonly trial: AppliedTemplate | null
  readonly means: Means
}

function GalleryFoot({ issue, template, target, trial, means }: GalleryFootProps) {
  const { t } = useTranslation()
  const page = target.kind === "page" ? target.page : nextPageId(issue)
  const take = (): void => {
    if (!trial) return
    closeDialog()
    takeTemplate(trial, target)
  }
  return (
    <div className="gallery-foot">
      <TemplateButtons template={template} means={means} />
      <span />
      <Button onClick={closeDialog}>{t("templates.cancel")}</Button>
      <Button type="primary" disabled={!trial} onClick={take}>
        {t(target.kind === "page" ? "templates.apply" : "templates.add", { page })}
      </Button>
    </div>
  )
}
