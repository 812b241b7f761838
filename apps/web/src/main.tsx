import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { startTexts } from "./app/i18n.ts";
import { followRoute } from "./app/route.ts";
import { followPointer } from "./reader/light-events.ts";
import "./styles/index.css";

const root = document.getElementById("root");
if (root !== null) {
  followPointer(window);
  await startTexts(document.documentElement);
  createRoot(root).render(
    <StrictMode>
      <App routes={followRoute(window)} />
    </StrictMode>,
  );
}
