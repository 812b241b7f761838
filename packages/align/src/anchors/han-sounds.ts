import type { PlacedAnchor } from "./figures.ts";
import { simplifyHan } from "./readings.ts";
import { extendReadings, LEAST_SOUNDS } from "./skeletons.ts";

/** A shorter run of characters is a word as often as a name. */
const LEAST_MARKS = 3;
const LONGEST_NAME = 8;

/**
 * The characters that Chinese writes foreign names with, by the classes of their sounds (see skeletons.ts): readings
 * apart by a stroke where a character stands for more than one, as 维 does for v and w. Chosen by hand from names in
 * common use.
 */
const CHARACTERS: Readonly<Record<string, string>> = {
  "": "阿埃艾奥厄伊欧娅耶俄亚乌叶尤爱",
  H: "哈赫霍海豪黑胡侯惠",
  "|H": "华",
  HN: "汉亨杭洪",
  "HN|N": "翰",
  J: "兹茨扎泽佐杰奇乔切彻琪柴芝祖察采策措楚季贾焦久查丘",
  "|J": "约",
  JN: "詹琼津赞曾宗真钱琴昌简珍章",
  "JN|TN": "京",
  K: "格戈葛克柯库卡凯郭加盖高古哥考科可开瓜圭果夸奎",
  "K|J": "基吉",
  KN: "坎肯甘根冈贡康孔昆宽关",
  "KN|JN": "金",
  L: "尔勒拉莱赖劳洛罗卢鲁莉丽蕾雷鹿历利里路力列儿娄",
  LN: "连伦兰朗琳廉林隆龙莲仑冷",
  M: "姆玛莫穆默梅墨马迈毛米密",
  MN: "曼门明芒蒙敏孟",
  N: "恩纳奈瑙妮娜诺尼纽安英因内努南嫩宁昂扬延",
  P: "拜别布巴伯贝博勃鲍帕佩珀普弗菲费芙斐浦彼坡匹比白宝波派皮泼夫法福富佛发",
  "P|": "瓦韦维沃薇危委威魏伍",
  "PK|P|PLK": "堡",
  PN: "滨潘庞彭芬冯班本宾邦平品凡方丰范",
  "PN|N": "万文温",
  S: "斯萨塞瑟莎丝什索舍肖舒思士赛绍苏沙谢史撒",
  "S|H": "希",
  "S|J": "齐西",
  SN: "桑逊森辛松申尚圣珊山孙",
  T: "妥特陀德戴黛迪蒂塔托杜忒大地底笛达代道多泰图提",
  TN: "廷坦滕敦顿丹登丁当东唐汤腾通",
};

const READINGS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(CHARACTERS).flatMap(([readings, marks]) =>
    Array.from(marks, (mark): [string, readonly string[]] => [mark, readings.split("|")]),
  ),
);

/** Whether foreign names are written with a character of either script. */
export function isNameMark(mark: string): boolean {
  return READINGS.has(simplifyHan(mark));
}

/** What runs of characters of a Chinese text sound like, if they are a foreign name; alike in both scripts. */
export function hanSkeletons(text: string): Set<string> {
  return new Set(placeNames(text).map(({ value }) => value));
}

/** The same with their places: Chinese does not tell where a name begins and ends. */
export function placeNames(text: string): PlacedAnchor[] {
  const found: PlacedAnchor[] = [];
  const simplified = simplifyHan(text);
  for (let start = 0; start < text.length; start++) {
    let readings: readonly string[] = [""];
    for (let end = start; end < Math.min(text.length, start + LONGEST_NAME); end++) {
      const sounds = READINGS.get(simplified.charAt(end));
      if (sounds === undefined) break;
      readings = extendReadings(readings, sounds);
      if (end - start + 1 < LEAST_MARKS) continue;
      for (const value of readings) if (value.length >= LEAST_SOUNDS) found.push({ value, start, end: end + 1 });
    }
  }
  return found;
}
