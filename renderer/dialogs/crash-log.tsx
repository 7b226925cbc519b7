import { Modal } from "antd"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { CrashLog } from "../../main/bridge/contract.ts"
import { closeDialog } from "../state/dialog.ts"
import { valueOf } from "../state/means.ts"
import "../style/about.css"
import type { DialogProps } from "./dialog-props.ts"

/** What failed lately in this program, to read or to send (出错记录). */
export function CrashLogDialog({ means: { door } }: DialogProps) {
  const { t } = useTranslation()
  const [log, setLog] = useState<CrashLog | null>(null)
  useEffect(() => void door.call("crashLog").then((answer) => setLog(valueOf(answer))), [door])
  return (
    <Modal open title={t("crashLog.title")} width={720} footer={null} onCancel={closeDialog}>
      <div className="about">
        <p className="quiet">{log?.path}</p>
        <pre>{log === null || log.tail !== "" ? log?.tail : t("crashLog.none")}</pre>
      </div>
    </Modal>
  )
}
