/**
 * What follows a stop in verbs, adjectives and adverbs: forms of 하다, the passives in 히, the adverb ending 히. There
 * the two sounds become one (생각하다 saenggakada); any other ㅎ begins a Sino-Korean syllable of a noun and is kept
 * (국회 gukhoe).
 */
export const VERBAL_HIEUT: RegExp = /^(?:하|해|했|한|할|함|합니|합시|합쳐|합치|히|혀|혔|힌|힐|힘|힙)/u;

/** Nouns with a syllable of that look, by the syllable before it: they keep their ㅎ (축하 chukha). */
export const ASPIRATED_NOUNS: readonly string[] = ["축하", "북한", "낙하", "박하", "북해", "극한", "각하"];

/** Verb stems in ㄺ: before ㄱ the ㄹ is spoken (읽고 ilgo), in nouns the ㄱ (흙과 heukgwa). */
export const STEMS_IN_RIEUL_GIYEOK: ReadonlySet<string> = new Set([..."읽맑밝늙굵긁붉묽얽갉낡"]);

/**
 * Words whose sound no rule finds, as they are spoken: ㄴ that stays before ㄹ, where a whole noun takes 량, 력, 론, 료, 란
 * (Standard Pronunciation, article 20, exception), ㄴ put in between the parts of a compound (article 29), and ㅌ before
 * the glide of 여 (article 17).
 */
export const SPOKEN_FORMS: Readonly<Record<string, string>> = {
  의견란: "의견난",
  임진란: "임진난",
  생산량: "생산냥",
  발전량: "발전냥",
  충전량: "충전냥",
  판단력: "판단녁",
  결단력: "결단녁",
  공권력: "공권녁",
  추진력: "추진녁",
  동원령: "동원녕",
  상견례: "상견녜",
  횡단로: "횡단노",
  이원론: "이원논",
  일원론: "일원논",
  입원료: "입원뇨",
  구근류: "구근뉴",
  신문로: "신문노",
  담요: "담뇨",
  웬일: "웬닐",
  십육: "심뉵",
  나뭇잎: "나문닙",
  꽃잎: "꼰닙",
  솜이불: "솜니불",
  막일: "망닐",
  맨입: "맨닙",
  한여름: "한녀름",
  식용유: "식용뉴",
  신여성: "신녀성",
  직행열차: "지캥녈차",
  늑막염: "능망념",
  눈요기: "눈뇨기",
  영업용: "영엄뇽",
  휘발유: "휘발류",
  물약: "물략",
  솔잎: "솔립",
  설익다: "설릭다",
  유들유들: "유들류들",
  붙여: "부쳐",
  붙였: "부쳤",
};
