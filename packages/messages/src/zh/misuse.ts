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
  "report-needs-file": {
    message: "结果和报告不能同时写到标准输出",
    hint: "请用 -o FILE 为结果指定文件，或去掉 --json。",
  },
  "pair-invalid": { message: "这不是语言对", hint: "语言对的写法如 en-ko 或 zh-Hans-en。" },
  "two-texts": { message: "对齐需要两篇文本", hint: "请指定两个文件、两个文件夹，或用 --pairs 指定配对列表。" },
  "pairs-folder": { message: "多对文本的结果需要写入一个文件夹", hint: "请用 -o FOLDER 指定。" },
  "translation-missing": {
    message: "没有可检查的译文",
    hint: "请在文本后写上译文文件，或选用书架中已有 --to 语言译文的文本。",
  },
  "found-missing": {
    message: "ladder 文件里没有可以对齐的句子",
    hint: "请在后面写上对齐工具的结果文件；可用 npx stele align A B --format vecalign 生成。",
  },
  "written-only": {
    message: "Stele 只能写入、不能读取这种格式",
    hint: "请提供文本本身，或用 --input-format text 按原样读取文件；要把 TMX 导入记忆库：npx stele tm import",
  },
  "ladder-missing": {
    message: "标准答案中有文档缺少 ladder 文件",
    hint: "请按文档命名 ladder 文件（ID.ladder）；有多个文档时请指定其文件夹。",
  },
  "pairs-alike": {
    message: "两对文本的名称会相同",
    hint: "请在列表的第三列写上名称，并用 --pairs 指定该列表。",
  },
  "key-not-kept": {
    message: "没有保存这个引擎的密钥",
    hint: "环境变量中的密钥不由 Stele 保存；删除该变量即可。",
  },
  "written-not-kept": {
    message: "译文已写出，但另一个程序一直在写入书架，译文未能存入书架",
    hint: "等它结束后再运行同一命令：不会发送任何内容，译文会存入书架。",
  },
  "rows-full": {
    message: "每行最多并列原文和两种译文",
    hint: "请一次最多指定两种语言；不加 --format 的 npx stele translate 会为每种语言各写一个文件。",
  },
  "language-missing": {
    message: "这篇文本没有这种语言的译文",
    hint: "查看已有的译文：npx stele library list；生成译文：npx stele translate FILE --to ko",
  },
  "query-empty": { message: "没有要查找的内容", hint: "请输入词或短语。" },
  "command-missing": { message: "缺少命令", hint: "请加上 --help 查看有哪些命令。" },
  "command-unknown": { message: "没有这个命令", hint: "查看有哪些命令：npx stele --help" },
  "option-unknown": { message: "没有这个选项", hint: "请在命令后加上 --help 查看有哪些选项。" },
  "argument-missing": { message: "命令后面缺少内容", hint: "请在命令后加上 --help 查看用法。" },
  "option-needed": { message: "需要这个选项", hint: "请在命令后加上 --help 查看用法。" },
  "option-empty": { message: "这个选项需要一个值", hint: "请在命令后加上 --help 查看用法。" },
  "value-invalid": { message: "这个值不能用", hint: "可用的值" },
  "too-many-words": { message: "命令后面的内容太多", hint: "请在命令后加上 --help 查看用法。" },
  "key-invalid": {
    message: "输入的不是密钥",
    hint: "请从标准输入传入：npx stele auth set-key ENGINE --from-stdin < FILE",
  },
  "no-terminal": {
    message: "没有终端可以询问密钥",
    hint: "请从标准输入传入：npx stele auth set-key ENGINE --from-stdin < FILE",
  },
  "setting-unknown": { message: "没有这个设置", hint: "设置的名称" },
  "setting-value": { message: "这个设置的值不合适", hint: "可用的值" },
  "setting-number": { message: "这个设置的值不合适", hint: "必须是不小于此数的数字" },
  "setting-text": { message: "这个设置的值不合适", hint: "必须是非空的文字。" },
  "setting-url": { message: "这个设置的值不合适", hint: "必须是以 http:// 或 https:// 开头的地址。" },
  "setting-project": { message: "项目不能更改这个设置", hint: "请为自己设置：npx stele config set" },
  "memory-unknown": { message: "没有这个翻译记忆库", hint: "查看已有的记忆库：npx stele tm stats" },
  "memory-own": { message: "书架自己的记忆库由书架上的文本构成", hint: "请改为删除或修改文本。" },
};
