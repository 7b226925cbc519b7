// Builds dist/: the command line program, the Electron shell, the desk, and the faces that come packed.
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import sharp from "sharp"
import { build as bundle } from "vite"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const dist = join(root, "dist")

/** What stays outside: native code, Electron's own module, and what ws can do without. */
const OUTSIDE = ["sharp", "electron", "bufferutil", "utf-8-validate"]

/** What all three parts share. */
const shared = { root, configFile: false, logLevel: "warn" }

/** A program for Node: its entries by name, and their chunks beside them. */
const program = (outDir, input) => ({
  ...shared,
  ssr: { noExternal: true, external: OUTSIDE },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    target: "node24",
    minify: false,
    rollupOptions: {
      // pdf-lib unpacks the metrics of fonts that we never print with, zod loads every language:
      // what nobody imports from them need not run at every start.
      treeshake: {
        moduleSideEffects: (id) => !/node_modules\/(pdf-lib|@pdf-lib|pako|zod)\//.test(id),
      },
      input,
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
})

/** A sandboxed preload may require nothing but Electron: one CommonJS file. */
const preload = {
  ...shared,
  build: {
    outDir: join(dist, "electron"),
    emptyOutDir: false,
    target: "chrome140",
    minify: false,
    lib: {
      entry: join(root, "main/shell/electron/preload.ts"),
      formats: ["cjs"],
      fileName: () => "preload.cjs",
    },
    rollupOptions: { external: ["electron"] },
  },
}

export async function buildProgram() {
  const workers = {
    "export-worker": join(root, "main/bridge/export-worker.ts"),
    "notes-worker": join(root, "main/import/annotations/notes-worker.ts"),
    "docx-worker": join(root, "main/import/rich/docx-worker.ts"),
  }
  await bundle(
    program(dist, {
      banxin: join(root, "main/cli/banxin.ts"),
      unpack: join(root, "main/setup/unpack.ts"),
      ...workers,
    }),
  )
  await bundle(
    program(join(dist, "electron"), {
      main: join(root, "main/shell/electron/main.ts"),
      ...workers,
    }),
  )
  await bundle(preload)
  await drawIcon()
  const { unpackFaces } = await import(pathToFileURL(join(dist, "unpack.js")).href)
  unpackFaces()
}

/** The program's icon for windows and installers, which want pixels. */
async function drawIcon() {
  const icon = sharp(join(root, "renderer/icon.svg"), { density: 72 * 16 })
  await icon.resize(1024, 1024).png().toFile(join(dist, "electron/icon.png"))
}

export async function buildDesk() {
  // Whoever builds may have a NODE_ENV of their own; the desk is always React's production build,
  // and the plugin that compiles JSX looks nowhere else.
  process.env.NODE_ENV = "production"
  const { default: react } = await import("@vitejs/plugin-react")
  await bundle({
    ...shared,
    root: join(root, "renderer"),
    plugins: [react()],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    worker: { format: "es" },
    resolve: { dedupe: ["yjs", "react", "react-dom"] },
    build: {
      outDir: join(dist, "desk"),
      emptyOutDir: true,
      target: "chrome120",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 6000,
    },
  })
}

export async function build() {
  await buildProgram()
  await buildDesk()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
