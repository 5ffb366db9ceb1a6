"""Family names with which a name in Chinese or Korean script begins, where no space tells."""

from typing import Final

#: One character each: the usual four hundred's most borne, traditional and simplified.
CHINESE: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭"
    "田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟"
    "熊秦邱江尹薛闫閻阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯常温溫康施文牛樊葛邢"
    "安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌"
    "毕畢单單季裴霍涂涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農"
    "司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔"
    "苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺"
)
KOREAN: Final = frozenset(
    "김이리박최정강조윤장임림한오서신권황안송류유홍전고문양손배백허남심노로하곽성차주우구민라나진지엄채원천방공현함"
    "변염려마길연위표명기반왕금옥맹탁국태봉"
)
#: Syllables of which Korean given names are made; a foreign name that begins like a family name
#: ("마리아", Maria) has others.
KOREAN_GIVEN: Final = frozenset(
    "영남수정호민철성진현경희순옥숙자명은혜미지연주윤석준우서하도훈재상용광일국춘길학덕봉근기태승동종창규환식열배섭선원"
    "인한화애란향분금복심실월련림룡혁범삼세헌형홍효찬채후권강건걸갑관균운백천청빈예유율린솔해"
)
