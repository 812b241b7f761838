import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** What the first screen needs and later parts use too: one file, not a request for each small module. */
const FIRST_SCREEN =
  /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next)[^\\/]*[\\/]|apps[\\/]web[\\/]src[\\/](api|app|reader|shelf|aids[\\/](use-|annotations|readings)|study[\\/](keep-lit|read-aloud|marked-words|studied-in|words-of)|work[\\/](worker-client|worker-line|task)|correct[\\/]correct-keymap|export[\\/]export-source)/u;

export default defineConfig({
  plugins: [react()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "reading-room", test: FIRST_SCREEN }] } },
    },
  },
});
