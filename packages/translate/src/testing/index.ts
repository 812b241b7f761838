export { type ContractCase, type ContractSubject, ENGINE_CONTRACT } from "./engine-contract.ts";
