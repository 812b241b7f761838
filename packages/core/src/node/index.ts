export { type Environment, readEnvironment, type Variables } from "./environment.ts";
