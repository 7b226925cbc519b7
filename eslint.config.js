import js from "@eslint/js"
import tseslint from "typescript-eslint"

/** Names that say nothing; the trade has better ones (docs/glossary.md). */
const VAGUE = "^(util|utils|helper|helpers|common|misc|manager|service|services|data|info)$"

/** Maths whose last bits differ between engines: a page must be the same on every machine. */
const UNSTEADY = [
  "sin",
  "cos",
  "tan",
  "atan",
  "atan2",
  "exp",
  "log",
  "log2",
  "log10",
  "pow",
  "cbrt",
  "hypot",
  "random",
]

export default tseslint.config(
  { ignores: ["dist/", "out/", "node_modules/", "tests/samples/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      "id-match": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector: `:matches(FunctionDeclaration, ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration) > Identifier.id[name=/${VAGUE}/i]`,
          message: "A vague name: say what it is in the words of the trade.",
        },
        { selector: "TSEnumDeclaration", message: "Use a union of literals." },
      ],
      "max-lines": ["error", { max: 400, skipBlankLines: false }],
      "max-params": ["error", 4],
      eqeqeq: "error",
    },
  },
  {
    files: ["layouts/**/*.ts", "fonts/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...UNSTEADY.map((property) => ({
          object: "Math",
          property,
          message: "Its last bits differ by engine; the core must give the same page everywhere.",
        })),
      ],
      "no-restricted-globals": ["error", "Date", "Intl", "process", "console"],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ClassDeclaration",
          message: "The core has records and functions, no classes.",
        },
        { selector: "TSEnumDeclaration", message: "Use a union of literals." },
      ],
    },
  },
  { files: ["*.config.ts", "*.config.js"], rules: { "no-restricted-exports": "off" } },
  { files: ["**/*.cjs"], languageOptions: { globals: { module: "writable" } } },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
)
