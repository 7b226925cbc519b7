import { Button, Input, Upload } from "antd"
import { FileUp } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { drawnGlyph, type Drawn } from "../type/drawn-glyph.ts"

const NOTHING: Drawn = { path: "" }

/** Brings in what was drawn elsewhere: an SVG file, or path data that is pasted. */
export function DrawnFields({ onDrawn }: { readonly onDrawn: (path: string) => void }) {
  const { t } = useTranslation()
  const [drawn, setDrawn] = useState<Drawn>(NOTHING)
  const refused = "refused" in drawn ? drawn.refused : null
  const take = (source: string): void => {
    const read = source.trim() === "" ? NOTHING : drawnGlyph(source)
    setDrawn(read)
    if ("path" in read && read.path !== "") onDrawn(read.path)
  }
  return (
    <div className="glyph-drawn">
      <Input.TextArea
        size="small"
        rows={2}
        placeholder={t("glyphs.paste")}
        aria-label={t("glyphs.paste")}
        status={refused ? "error" : ""}
        onChange={(event) => take(event.target.value)}
      />
      {refused && (
        <p className="glyph-fault" role="alert">
          {t(`glyphs.refusals.${refused}`)}
        </p>
      )}
      <Upload
        accept=".svg"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.text().then(take)
          return false
        }}
      >
        <Button size="small" icon={<FileUp size={14} />}>
          {t("glyphs.file")}
        </Button>
      </Upload>
    </div>
  )
}
