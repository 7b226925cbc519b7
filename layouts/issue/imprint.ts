/**
 * What a newspaper has to print about itself besides its name and date; every field is text as it
 * is to be read, empty where it is not known. Source: reference/domain.md 2.6 (the form rules of
 * 2020).
 */
export interface Imprint {
  /** Number of the issue since the paper began (总期号). */
  readonly serial: string
  /** National serial number (国内统一连续出版物号), with CN. */
  readonly cn: string
  /** Postal distribution code (邮发代号). */
  readonly post: string
  readonly authority: string
  readonly publisher: string
  readonly motto: string
  /** Where else the paper is read, as one line. */
  readonly channels: string
  readonly address: string
  readonly postcode: string
  readonly phone: string
  readonly printer: string
  readonly price: string
  readonly editor: string
  readonly designer: string
  readonly reader: string
}

/** The imprint of a paper of which nothing but its name is known: no fact is ever made up. */
export const BLANK_IMPRINT: Imprint = {
  serial: "",
  cn: "",
  post: "",
  authority: "",
  publisher: "",
  motto: "",
  channels: "",
  address: "",
  postcode: "",
  phone: "",
  printer: "",
  price: "",
  editor: "",
  designer: "",
  reader: "",
}

/** The imprint of the invented paper of the sample issue, and of no other. */
export const RUIHE_IMPRINT: Imprint = {
  serial: "18236",
  cn: "CN 00-0018",
  post: "00-18",
  authority: "中共瑞河市委员会",
  publisher: "瑞河日报社",
  motto: "临江而立　向新而行",
  channels: "数字报　客户端　公众号　同步发布",
  address: "瑞河市临江路 18 号",
  postcode: "000018",
  phone: "0000-5550118",
  printer: "瑞河日报社印务中心（瑞河市铁工路 6 号）",
  price: "1.50 元",
  editor: "梁知秋",
  designer: "苏　禾",
  reader: "高　远",
}
