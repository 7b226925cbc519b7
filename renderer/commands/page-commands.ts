import { composedPage, desk } from "../state/desk.ts"
import { openDialog } from "../state/dialog.ts"
import type { Means } from "../state/means.ts"
import { dropPage } from "../state/page-deeds.ts"
import { draftTemplate } from "../state/template-draft.ts"
import { fetchTemplates, templateNamed } from "../state/templates.ts"
import { view } from "../state/view.ts"
import type { Command } from "./command.ts"

/** Commands on pages (版面) and the templates (版式) under them. */
export function pageCommands(means: Means): readonly Command[] {
  const isOpen = (): boolean => desk.getState().issue !== null
  const shown = () => composedPage(desk.getState(), view.getState().page)?.page ?? null
  const onPage = { menu: "page", enabled: () => shown() !== null } as const
  const open = (dialog: string) => (): void => {
    void fetchTemplates(means.door).then(() => openDialog(dialog))
  }
  return [
    { id: "pagePlan", menu: "page", keys: "Ctrl+Alt+P", enabled: isOpen, run: open("pagePlan") },
    { id: "addPage", menu: "page", keys: "Ctrl+Alt+A", enabled: isOpen, run: open("addPage") },
    {
      id: "removePage",
      ...onPage,
      keys: null,
      run() {
        const page = shown()
        if (page) dropPage(page.id)
      },
    },
    { id: "templates", ...onPage, keys: "Ctrl+Alt+T", group: true, run: open("templates") },
    { id: "saveTemplate", ...onPage, keys: null, run: open("saveTemplate") },
    {
      id: "editTemplate",
      ...onPage,
      keys: null,
      run() {
        const page = shown()
        void fetchTemplates(means.door).then(() => {
          const template = page && templateNamed(page.template)
          if (template) draftTemplate(template, means)
          else openDialog("templates")
        })
      },
    },
    { id: "furniture", ...onPage, keys: null, group: true, run: open("furniture") },
    { id: "pageSetup", ...onPage, keys: null, run: open("pageSetup") },
  ]
}
