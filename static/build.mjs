// Builds what browsers are given: styles (Sass), scripts (esbuild) and fonts, from static/src into static/build.
import { cp, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { build } from "esbuild";
import { compileAsync } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const source = join(here, "src");
const target = join(here, "build");
const require = createRequire(import.meta.url);

// Latin for English, latin-ext for letters such as the Welsh ŵ; the browser fetches a file when a letter needs it.
const FONTS = ["source-sans-3", "source-serif-4"].flatMap((family) =>
  ["latin", "latin-ext"].map((part) => [family, `${family}-${part}-wght-normal.woff2`]),
);

async function styles() {
  const { css } = await compileAsync(join(source, "scss", "site.scss"), {
    style: "compressed",
    importers: [{ findFileUrl: (name) => (name.startsWith("govuk-frontend/") ? new URL(name, pathToFileURL(`${root}/node_modules/`)) : null) }],
  });
  await writeFile(join(target, "site.css"), css);
}

function scripts() {
  return build({
    entryPoints: [join(source, "js", "site.js"), join(source, "js", "supported.js")],
    outdir: target,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  });
}

async function fonts() {
  await mkdir(join(target, "fonts"), { recursive: true });
  await Promise.all(
    FONTS.map(([family, file]) =>
      cp(require.resolve(`@fontsource-variable/${family}/files/${file}`), join(target, "fonts", file)),
    ),
  );
}

await mkdir(target, { recursive: true });
await Promise.all([styles(), scripts(), fonts(), cp(join(source, "images"), target, { recursive: true })]);
