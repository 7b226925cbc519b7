import { shippedTemplates } from "../../layouts/templates/shelf.ts"
import { readOptions, type Exit } from "./answer.ts"

/** `banxin templates`: the page templates that ship. */
export function templatesCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, [], ["json"])
  const templates = shippedTemplates().map(({ id, name, sheet, grid, slots, next }) => ({
    id,
    name,
    sheet,
    grid,
    slots: slots.map(({ id: slot, role, region }) => ({ id: slot, role, region })),
    next,
  }))
  if (options.switches.has("json")) process.stdout.write(`${JSON.stringify(templates, null, 1)}\n`)
  else
    for (const { id, name, sheet, grid, slots } of templates)
      process.stdout.write(
        `${id.padEnd(22)} ${name.zh}  ${sheet.width}×${sheet.height} mm  ${grid.columns}×${grid.measure} 字 × ${grid.lines} 行  ${slots.length} 稿位 slots\n`,
      )
  return Promise.resolve(0)
}
