/** The import rules of the house; docs/architecture.md draws them. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed },
})

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-vague-names",
      severity: "error",
      from: {},
      to: {
        path: "(^|/)(util|utils|helper|helpers|common|misc|manager|service|services|data|info)(\\.[jt]sx?$|/)",
        pathNot: "node_modules",
      },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    only(
      "fonts",
      "^fonts/",
      ["^fonts/", "^node_modules/fontkit", "^node_modules/@types/fontkit"],
      "fonts: itself and fontkit",
    ),
    only(
      "layouts",
      "^layouts/",
      ["^layouts/", "^fonts/face\\.ts$", "^node_modules/zod", "^node_modules/(yjs|lib0)/"],
      "layouts: itself, fonts/face.ts, zod for template schemas, yjs for the open issue",
    ),
    {
      name: "yjs-in-issue-and-edits-only",
      severity: "error",
      from: { pathNot: "^(layouts/(issue|edits)|tests)/" },
      to: { path: "node_modules/(yjs|lib0)/" },
    },
    {
      name: "zod-in-files-forms-only",
      severity: "error",
      from: { path: "^layouts/", pathNot: "^layouts/(templates/|proof/workflow-form\\.ts$)" },
      to: { path: "node_modules/zod" },
    },
    only(
      "painters",
      "^main/export/",
      [
        "^main/export/",
        "^main/result\\.ts$",
        "^layouts/display/",
        "^layouts/units\\.ts$",
        "^layouts/finding\\.ts$",
        "^fonts/",
        "^node_modules/(pdf-lib|sharp|@types/node)",
        "^(node:)?[a-z_/]+$",
      ],
      "painters see the display list, units and fonts",
    ),
    {
      name: "pdf-lib-in-export-only",
      severity: "error",
      from: { pathNot: "^(main/export/pdf|tests)/" },
      to: { path: "node_modules/pdf-lib" },
    },
    {
      name: "fontkit-in-fonts-only",
      severity: "error",
      from: { pathNot: "^(fonts|tests)/" },
      to: { path: "node_modules/fontkit" },
    },
    {
      name: "electron-in-its-shell-only",
      severity: "error",
      from: { pathNot: "^main/shell/electron/" },
      to: { path: "node_modules/electron" },
    },
    {
      name: "renderer",
      severity: "error",
      from: { path: "^renderer/" },
      to: { path: "^main/", pathNot: "^main/bridge/(contract|codec|frames)\\.ts$" },
    },
    {
      name: "never-the-corrupting-fontkit",
      severity: "error",
      from: {},
      to: { path: "@pdf-lib/fontkit" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        path: "^(main|layouts|fonts|renderer)/",
        pathNot: "\\.(json|d\\.m?ts|mjs)$",
      },
      to: {},
    },
    { name: "unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|out)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
}
