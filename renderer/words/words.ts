import i18next from "i18next"
import { initReactI18next } from "react-i18next"
import en from "./en.json"
import zh from "./zh-CN.json"

/** Starts the interface's words: Chinese first, English as a setting. */
export function startWords(language: "zh-CN" | "en"): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
  })
}
