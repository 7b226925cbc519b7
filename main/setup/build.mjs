// Builds dist/: the command line program as one file, and the faces that come packed, unpacked.
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build as bundle } from "vite"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const dist = join(root, "dist")

export async function build() {
  await bundle({
    root,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true, external: ["sharp"] },
    build: {
      ssr: true,
      outDir: dist,
      emptyOutDir: false,
      target: "node24",
      minify: false,
      rollupOptions: {
        // pdf-lib unpacks the metrics of fonts that we never print with, zod loads every language:
        // what nobody imports from them need not run at every start.
        treeshake: {
          moduleSideEffects: (id) => !/node_modules\/(pdf-lib|@pdf-lib|pako|zod)\//.test(id),
        },
        input: {
          banxin: join(root, "main/cli/banxin.ts"),
          unpack: join(root, "main/setup/unpack.ts"),
        },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
      },
    },
  })
  const { unpackFaces } = await import(pathToFileURL(join(dist, "unpack.js")).href)
  unpackFaces()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
