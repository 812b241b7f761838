#!/usr/bin/env node
// Committed, because a package manager does not link a bin that points into a `dist` not built yet.
import "../dist/main.js";
