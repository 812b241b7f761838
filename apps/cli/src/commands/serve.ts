import type { Command } from "commander";
import { addRoom } from "../options.ts";
import { openReadingRoom, type RoomFlags } from "../reading-room.ts";
import type { Session } from "../session.ts";

/** `stele serve`: the reading room on this computer. */
export function defineServe(command: Command, session: Session): void {
  addRoom(command, session);
  command.action((flags: RoomFlags) => openReadingRoom("", flags, session));
}
