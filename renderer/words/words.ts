import i18next from "i18next"
import { initReactI18next } from "react-i18next"

/** Words by key, nested. */
interface Words {
  readonly [key: string]: string | Words
}

const zh = import.meta.glob<Words>("./zh-CN/*.json", { eager: true, import: "default" })
const en = import.meta.glob<Words>("./en/*.json", { eager: true, import: "default" })

/** Starts the interface's words: Chinese first, English as a setting. */
export function startWords(language: "zh-CN" | "en"): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: merged(zh) }, en: { translation: merged(en) } },
    interpolation: { escapeValue: false },
  })
}

/** The words of all areas of the desk as one tree; areas may share a branch, such as `menu`. */
function merged(files: Readonly<Record<string, Words>>): Words {
  return Object.values(files).reduce<Words>(join, {})
}

function join(a: Words, b: Words): Words {
  const joined: Record<string, string | Words> = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const known = joined[key]
    joined[key] =
      typeof known === "object" && typeof value === "object" ? join(known, value) : value
  }
  return joined
}
