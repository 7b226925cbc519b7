import { registerHooks } from "node:module"

/** Node is started with `--import` of this file: whoever asks for Electron gets the double of it. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== "electron") return next(specifier, context)
    return { url: new URL("./electron.ts", import.meta.url).href, shortCircuit: true }
  },
})
