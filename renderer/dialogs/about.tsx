import { Modal, Table } from "antd"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { closeDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import "../style/about.css"

/** The licences of the faces, by file name. */
const LICENCES = import.meta.glob<string>("../../fonts/licences/*.txt", {
  query: "?raw",
  import: "default",
  eager: true,
})

/** What this program is, and under which licences its type is used (关于版心). */
export function About() {
  const { t } = useTranslation()
  const hello = useStore(desk, (state) => state.hello)
  const [licence, setLicence] = useState<string | null>(null)
  const faces = hello?.faces ?? []
  return (
    <Modal open title={t("about.title")} width={620} footer={null} onCancel={closeDialog}>
      <div className="about">
        <p>
          <strong>版心 Banxin {hello?.version}</strong> · MIT ·{" "}
          {t(`about.${hello?.shell ?? "browser"}`)}
        </p>
        <p className="quiet">{t("about.lead")}</p>
        <Table
          size="small"
          pagination={false}
          rowKey="id"
          dataSource={[...faces]}
          columns={[
            { title: t("about.face"), dataIndex: "id" },
            {
              title: t("about.family"),
              dataIndex: "family",
              render: (family: string) => t(`family.${family}`),
            },
            { title: t("about.weight"), dataIndex: "weight" },
            {
              title: t("about.licence"),
              dataIndex: "licence",
              render: (file: string) => (
                <button type="button" className="link" onClick={() => setLicence(file)}>
                  SIL OFL 1.1
                </button>
              ),
            },
          ]}
        />
        {licence !== null && <pre>{LICENCES[`../../fonts/licences/${licence}`]}</pre>}
      </div>
    </Modal>
  )
}
