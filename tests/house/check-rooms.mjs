// Holds the import rules (.dependency-cruiser.cjs); `--map` prints the graph of rooms instead.
// A cruise that sees no TypeScript would pass silently, so the number of modules is checked too.
import { cruise } from "dependency-cruiser"
import config from "../../.dependency-cruiser.cjs"

const rooms = ["fonts", "layouts", "main", "renderer", "tests"]
const { output } = await cruise(rooms, {
  ...config.options,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
})
const sources = output.modules.filter((module) =>
  /^(fonts|layouts|main|renderer)\/.*\.tsx?$/.test(module.source),
)
if (sources.length < 20) {
  console.error(`only ${sources.length} TypeScript modules seen: the cruise is blind`)
  process.exit(1)
}
if (process.argv.includes("--map")) {
  const room = (path) =>
    path
      .split("/")
      .slice(0, path.startsWith("tests/") ? 1 : 2)
      .join("/")
  const edges = new Map()
  for (const module of sources)
    for (const { resolved } of module.dependencies)
      if (
        !resolved.includes("node_modules") &&
        room(resolved) !== room(module.source) &&
        resolved.includes("/")
      )
        edges.set(`${room(module.source)} → ${room(resolved)}`, true)
  console.log([...edges.keys()].sort().join("\n"))
  process.exit(0)
}
for (const { from, to, rule } of output.summary.violations)
  console.error(`${rule.name}: ${from} → ${to}`)
console.log(`${sources.length} modules, ${output.summary.violations.length} import faults`)
process.exit(output.summary.violations.length > 0 ? 1 : 0)
