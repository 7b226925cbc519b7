import { Input } from "antd"
import { useTranslation } from "react-i18next"
import { appendParagraph } from "../../layouts/edits/append-paragraph.ts"
import { retype } from "../../layouts/edits/retype.ts"
import type { Article, ParagraphRole } from "../../layouts/issue/article.ts"
import { joined } from "../../layouts/issue/change.ts"
import { perform } from "../state/actions.ts"

/** Caption and credit of a photo article (图片说明、署名): they stand and move with its picture. */
export function CaptionFields({ article }: { readonly article: Article }) {
  const { t } = useTranslation()
  if (article.kind !== "photo") return <p className="quiet">{t("picture.captionInStory")}</p>
  return (
    <>
      <Field article={article} role="body" label={t("picture.caption")} />
      <Field article={article} role="credit" label={t("picture.credit")} />
    </>
  )
}

interface FieldProps {
  readonly article: Article
  readonly role: ParagraphRole
  readonly label: string
}

function Field({ article, role, label }: FieldProps) {
  const at = article.story.findIndex((paragraph) => paragraph.role === role)
  const text = article.story[at]?.text ?? ""
  const write = (words: string): void => {
    const line = words.replaceAll("\n", "")
    if (at < 0) return perform(appendParagraph(article.id, role, line))
    const stretch = {
      from: { paragraph: at, offset: 0 },
      to: { paragraph: at, offset: text.length },
    }
    perform(joined(retype(article.id, stretch, line)))
  }
  return (
    <label className="picture-row tall">
      <span>{label}</span>
      <Input.TextArea
        size="small"
        autoSize
        value={text}
        onChange={(event) => write(event.target.value)}
      />
    </label>
  )
}
