import type { misuse as english } from "../en/misuse.ts";
import type { SameKeys } from "../same-keys.ts";

/** Misuses of a command in Chinese. */
export const misuse: SameKeys<typeof english> = {
  "target-missing": { message: "没有指定要译成哪种语言", hint: "请用 --to 指定，例如 --to ko,zh。" },
  "port-invalid": { message: "这不是端口号", hint: "端口是 0（任意空闲端口）到 65535 之间的数字。" },
  "folder-needed": { message: "把标准输入译成多种语言时需要一个文件夹", hint: "请用 -o FOLDER 指定。" },
  "many-files": {
    message: "这种格式在这里会写成多个文件",
    hint: "请用 -o NAME 指定写到哪里，或用 --to 只选一种语言。",
  },
  "pair-invalid": { message: "这不是语言对", hint: "语言对的写法如 en-ko 或 zh-Hans-en。" },
  "two-texts": { message: "对齐需要两篇文本", hint: "请指定两个文件、两个文件夹，或用 --pairs 指定配对列表。" },
  "pairs-folder": { message: "多对文本的结果需要写入一个文件夹", hint: "请用 -o FOLDER 指定。" },
  "translation-missing": {
    message: "没有可检查的译文",
    hint: "请在文本后写上译文文件，或选用书架中已有 --to 语言译文的文本。",
  },
};
