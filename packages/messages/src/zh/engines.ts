import type { engines as english } from "../en/engines.ts";
import type { SameKeys } from "../same-keys.ts";

/** What is said of engines, in Chinese. */
export const engines: SameKeys<typeof english> = {
  names: {
    deepl: "DeepL",
    local: "本地模型",
    openai: "OpenAI 兼容服务",
  },
  states: {
    "key-missing": "没有密钥。设置方法：npx stele auth set-key deepl --from-stdin",
    "key-set": "已设置密钥。",
    "free-key-set": "已设置免费版密钥。",
    "models-missing": "没有安装模型。添加方法：npx stele models add en-ko",
    "models-unreadable": "无法读取模型文件夹：{{folder}}",
    "models-installed": "已安装的模型：{{pairs}}。",
    "model-unnamed": "没有指定模型。指定方法：npx stele config set openai.model NAME",
    "model-named": "模型：{{model}}。",
    "nothing-needed": "无需其他准备。",
  },
  takes: {
    context: "上下文",
    glossary: "术语表",
    examples: "翻译记忆中的例句",
    tags: "文中的格式标记",
  },
};
