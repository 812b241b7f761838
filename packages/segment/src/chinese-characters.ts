/**
 * Frequent characters in pairs: the simplified form, then the traditional one. Of each pair neither form is written
 * in the other script's standard, so that one of them in a text tells the script.
 */
const PAIRS =
  "这這们們个個来來对對时時会會说說国國发發过過还還没沒开開关關问問题題电電话話见見长長门門间間东東车車马馬鸟鳥鱼魚龙龍" +
  "学學习習书書写寫读讀讲講语語词詞认認识識请請谢謝让讓谁誰难難听聽声聲爱愛亲親样樣将將为為与與从從两兩现現实實业業" +
  "产產经經济濟银銀钱錢价價购購买買卖賣货貨质質贸貿资資总總统統议議选選举舉权權义義务務报報记記闻聞论論据據数數" +
  "万萬亿億单單双雙达達运運动動进進远遠边邊连連这這处處备備场場块塊坏壞报報块塊体體办辦协協压壓厂廠广廣厅廳" +
  "应應战戰军軍队隊级級红紅绿綠蓝藍黄黃线線组組织織结結给給继繼续續终終约約纪紀纸紙细細罗羅网網岁歲师師帮幫" +
  "带帶归歸当當录錄忆憶态態怀懷恶惡惊驚惯慣愿願户戶扩擴护護拥擁挥揮损損换換择擇担擔执執摆擺击擊断斷无無旧舊" +
  "显顯晓曉术術机機杀殺杂雜条條极極构構标標树樹桥橋检檢楼樓欢歡气氣汉漢汤湯洁潔测測浅淺温溫湾灣满滿灭滅灯燈" +
  "灵靈热熱烟煙状狀独獨环環电電画畫疗療监監盖蓋确確础礎离離种種积積称稱稳穩穷窮竞競笔筆签簽简簡类類紧緊" +
  "职職联聯肃肅胜勝脑腦脸臉节節药藥获獲营營虑慮虽雖补補装裝规規视視觉覺览覽观觀计計订訂训訓许許设設访訪证證" +
  "评評诉訴试試诗詩该該详詳误誤调調谈談负負贡貢责責败敗贵貴费費贺賀赛賽赞贊赢贏跃躍轮輪软軟轻輕较較输輸" +
  "边邊辽遼迁遷迟遲适適递遞邮郵邻鄰郑鄭释釋里裡针針铁鐵锁鎖镇鎮闭閉闲閒阳陽阴陰阵陣际際陆陸险險随隨隐隱" +
  "韩韓页頁顶頂项項顺順须須顾顧预預领領频頻颜顏额額风風飞飛饭飯饮飲馆館驱驅验驗鲜鮮丽麗鸡雞黑黑齐齊齿齒龄齡";

/** Code units that only simplified Chinese writes. */
export const SIMPLIFIED_ONLY: ReadonlySet<number> = everyOther(0);

/** Code units that only traditional Chinese writes. */
export const TRADITIONAL_ONLY: ReadonlySet<number> = everyOther(1);

function everyOther(from: 0 | 1): ReadonlySet<number> {
  const units = new Set<number>();
  for (let i = 0; i + 1 < PAIRS.length; i += 2) {
    if (PAIRS[i] !== PAIRS[i + 1]) units.add(PAIRS.charCodeAt(i + from));
  }
  return units;
}
