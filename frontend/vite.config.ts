import { defineConfig } from "vite";

// The same sources give the same bytes anywhere: the gate builds again and compares.
export default defineConfig({
  base: "/app/",
  build: {
    outDir: "../src/sayso/web/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What views share comes at once with the frame; each view, and each drawing library, when it is opened.
        codeSplitting: { groups: [{ name: "shared", test: /src\/(parts|api|deciding|text)\// }] },
      },
    },
  },
  server: { proxy: { "/api": { target: "http://127.0.0.1:8787", changeOrigin: true, headers: { origin: "http://127.0.0.1:8787" } } } },
});
