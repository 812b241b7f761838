import type { errors as english } from "../en/errors.ts";
import type { SameKeys } from "../same-keys.ts";

/** The errors in Chinese. */
export const errors: SameKeys<typeof english> = {
  internal: { message: "Stele 内部出错", hint: "请加上 --verbose 再运行一次，并向我们报告输出的内容。" },
  "disk-full": { message: "磁盘已满", hint: "请释放一些空间后再次运行同一命令；已完成的工作都已保留。" },
  "port-in-use": { message: "其他程序正在使用这个端口", hint: "请用 --port 指定另一个端口。" },
  "stale-revision": { message: "这篇文本在此期间已在别处被修改", hint: "请载入最新版本后再修改。" },
  "auth-missing": {
    message: "这个引擎需要密钥",
    hint: "只需设置一次：npx stele auth set-key ENGINE --from-stdin",
  },
  "auth-rejected": { message: "服务拒绝了密钥", hint: "请检查密钥，并用 npx stele auth 重新设置。" },
  "rate-limited": { message: "服务要求降低请求频率", hint: "请稍后再运行同一命令；只会发送缺少的部分。" },
  "quota-reached": { message: "账户的额度已用完", hint: "有额度后再运行同一命令；只会发送缺少的部分。" },
  "budget-reached": {
    message: "这将超过您设定的上限",
    hint: "请提高 --max-chars 或 --max-cost，或加上 --yes；npx stele translate --dry-run 会显示费用。",
  },
  network: { message: "无法连接服务", hint: "请检查网络后再运行同一命令；只会发送缺少的部分。" },
  timeout: { message: "服务没有及时响应", hint: "请稍后运行同一命令；只会发送缺少的部分。" },
  "service-failed": { message: "服务方出错", hint: "请稍后运行同一命令；只会发送缺少的部分。" },
  "service-malformed": { message: "无法解析服务的响应", hint: "请检查服务地址，或换一个引擎。" },
  usage: { message: "命令用法不正确", hint: "请加上 --help 查看用法。" },
  "input-empty": { message: "输入中没有文本", hint: "请提供至少有一句话的文本。" },
  "input-binary": { message: "输入不是文本", hint: "请提供 .txt、.md、.html、.docx、.epub、.srt 或 .vtt 文件。" },
  "input-encoding": {
    message: "输入不是有效的 UTF-8",
    hint: "请将文件存为 UTF-8，或带字节顺序标记的 UTF-16。",
  },
  "input-directory": { message: "输入是一个文件夹", hint: "请指定其中的文件。" },
  "input-missing": { message: "找不到这个文件", hint: "请检查文件名和当前文件夹。" },
  "input-unreadable": { message: "无法读取文件", hint: "请检查文件权限。" },
  "input-too-long": { message: "文本过长，无法一次对齐", hint: "请分卷或分章对齐。" },
  "input-malformed": { message: "文件的结构不正确", hint: "请检查内容是否符合文件格式。" },
  "output-exists": {
    message: "已存在一个并非由 Stele 写入的文件",
    hint: "请用 -o 指定另一个名称，或用 --force 覆盖。",
  },
  "output-failed": { message: "无法写出结果", hint: "请检查文件夹、权限和剩余空间。" },
  "language-unknown": {
    message: "Stele 不支持这种语言",
    hint: "请使用 en、ko、zh-Hans 或 zh-Hant（也接受 zh、zh-CN 和 zh-TW）。",
  },
  "language-same": {
    message: "两边是同一种语言",
    hint: "如果语言识别有误，请用 --from 和 --to 指定两种语言。",
  },
  "language-unsupported": {
    message: "这个引擎不能在这两种语言之间翻译",
    hint: "查看各引擎的能力：npx stele engines",
  },
  "format-unknown": { message: "Stele 不支持这种格式", hint: "请用 --help 查看可用格式。" },
  "offsets-invalid": {
    message: "位置有重叠或超出文本范围",
    hint: "位置是 UTF-16 代码单元的半开区间，按顺序且不重叠。",
  },
  "beads-invalid": { message: "对齐单元没有覆盖所有句子", hint: "两边的每个句子都按顺序恰好属于一个单元。" },
  "text-not-storable": {
    message: "文本中有不完整的字符（孤立代理项），无法存为 UTF-8",
    hint: "分句和对齐不受影响；如要保存，请替换损坏的字符。",
  },
  "request-refused": { message: "请求被拒绝", hint: "请用 npx stele serve 给出的地址打开阅览室。" },
  "not-found": { message: "没有这个条目", hint: "查看已有的内容：npx stele library list" },
  "engine-unknown": { message: "Stele 没有这个引擎", hint: "查看引擎：npx stele engines" },
  "engine-not-ready": {
    message: "翻译引擎尚未就绪",
    hint: "请安装本地模型（npx stele models add en-ko），或用 --engine 指定引擎；查看各引擎需要什么：npx stele engines",
  },
  "engine-refused-by-policy": {
    message: "您的设置要求文本不离开本机，而这个引擎会将文本发送到外部",
    hint: "请使用 local 引擎，或运行：npx stele config set localOnly false",
  },
  "config-invalid": { message: "设置无效", hint: "请改正文件，或运行：npx stele doctor" },
  "service-address": { message: "服务地址无效", hint: "请检查设置或环境变量中的地址。" },
  "vectors-invalid": { message: "向量文件已损坏", hint: "请重新安装 Stele。" },
  "model-invalid": { message: "翻译模型已损坏", hint: "请删除后重新添加：npx stele models" },
  "library-newer": { message: "书架由更高版本的 Stele 创建", hint: "请更新 Stele；书架未被改动。" },
  "library-locked": { message: "其他程序正在写入书架", hint: "请等它结束后再运行命令。" },
  "library-damaged": { message: "书架已损坏", hint: "请恢复备份：npx stele library restore FILE" },
  "library-read-only": { message: "无法写入书架", hint: "请检查数据文件夹的权限。" },
  "check-failed": { message: "检查发现了问题", hint: "问题已列在上面。" },
  partial: { message: "结果不完整", hint: "再次运行同一命令，只会补做缺少的部分。" },
  cancelled: { message: "已停止", hint: "运行同一命令即可继续；已完成的工作都已保留。" },
};
