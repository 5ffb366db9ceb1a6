"""What firms and bodies are called in several languages, each in the one word that stands for it.

A body's own name stays as it is; only what kind of body it is, is translated, and its legal form.
In small Latin letters without accents, as `words.latin` writes them. Collected from the names of
bodies on the lists and from the laws of firms; nothing that is also a usual name of persons.
"""

from collections.abc import Mapping
from typing import Final

_WORDS: Final = """
academy: akademiya akademia akademija academie academia akademie
agency: agencia agence agenzia agentur agentstvo agentura agencija agencja agentschap
 khabargzari
army: armee ejercito exercito esercito armija armiya armata hadsereg stratos armia
association: asociacion associacao associazione assotsiatsiya asociace asociacia udruzenje
 vereinigung egyesulet stowarzyszenie obedinenie obedineniye obyedinenie zdruzenie
aviation: aviacion aviatsionnyi aviatsionny aviatsionnaya aviatsiya aviazione letecka aviacao
bank: banka banco banca banque bankas banko bankasi pank banki banku bankata
battalion: batallon bataillon battaglione batalyon bataljon batalion
belarus: belorussia belarusi
branch: filial sucursal filiale filiala
brigade: brigada brigata brigad brigadi brigady brigades brigadas taxiarchia taxiarhia brigaad
brothers: bros
bureau: byuro biuro buro biro buero
center: centre centro tsentr centr centrum zentrum kentro kozpont centar tsentar keskus centras
 merkezi merkez centrul
central: tsentralnyi tsentralny tsentralnoe tsentralna ustredni zentrale zentral tsentralen
charitable: blagotvoritelna blagotvoritelnyi blagotvoritelny blagotvoritelnaya caritativa
 caritativo caritative charitativni dobrotvorna jotekonysagi wohltatigkeits khairiya khairia
 khayriyya khayriya kheiriya
combatant: mqatla mukatila muqatila combattant combatiente combattente combatente fighting
 kampfende bojova boyova boina
commercial: comercial commerciale kommercheski kommercheskii kommerchesky kommercheskiy
 kommercheskaya komercni komercny komercijalna komercijos commercieel targovska
committee: comite comitato komitee komitet komitesi comitetul
communist: comunista communiste kommunistische kommunisticheskaya komunisticka
company: co companies compania compagnie companhia compagnia kompania kompaniya kompanija
 kompaniia sirketi shrka shrkt sherkat sherkate shirkat sharikat etaireia etairia spolecnost
 spolocnost druzhestvo drustvo bendrove druzba spolka cia cie societatea societate
complex: kompleks complejo complexe complesso komplex sigkrotima syngrotima sygkrotima compound
concern: kontsern konzern koncern
construction: construccion costruzioni construcciones stroitelstvo stroitelnyi stroitelny
 stroitelnaya stavebni construcoes
cooperation: cooperacion cooperazione zusammenarbeit sotrudnichestvo
corporation: corp corporacion corporacao korporatsiya korporatsia korporacija korporace
corps: cuerpo corpo korpus korps sbor zbor korpusa
council: consejo conseil consiglio conselho
defense: defence defensa difesa verteidigung oborony oborona obrany obrana otbrana
design: konstruktorskoe konstruktorskoye konstruktorski konstruktorskii konstruktorskiy
 konstruktorsky proektno
development: desarrollo developpement sviluppo entwicklung razvitiya razvitie rozvoj
 desenvolvimento fejlesztesi
division: divizia diviziya divisione divize
eastern: oriental orientale orientales ostliche vychodni
electronic: elektronnyi elektronny elektronika electronica
energy: energia energie energiya energija energetika energetikai
engineering: inzhiniring ingenieria ingenierie ingegneria
enterprise: empresa entreprise impresa predpriyatie predpriyatiye predpriiatie predpriatie
 podnik preduzece poduzece podjetje przedsiebiorstwo vallalat bedrijf unternehmen ettevote imone
 predprijatie predpriiatiie staatsbedrijf staatsunternehmen eterprise
export: exportacion eksport exportnyi vyvoz
federal: federalnoe federalnoye federalny federalnyi federalnaya federalnoto federale federalno
 federalni szovetsegi foderales foderale federalen federala foderatives
federation: federacion federacao federazione federatsiya federatsii federace foderation
 federacija federacji
finance: finanzas finances finanza finanzen finansov finansy
fleet: flota flotte flotilla
force: fuerza forza forca
forces: fuerzas forcas forze sily silite pajegos eroi jouds
foreign: vneshnyaya vneshne zahranicni exterior
foundation: fundacion fundacao fondation fondazione stiftung fondatsiya fondacija nadace nadacia
 alapitvany idryma idrima sihtasutus fundacja stichting stiftelsen stiftelse saatio fundatia
 fondatsia muassasa muassasat moassese bonyad
front: frente fronte fronta fronten metopo rinne
fund: fondo fonds fond fondul fundo
general: generalny generalnyi generale obshcho
group: groupe grupo gruppo gruppe gruppa grupa grupp grup skupina grupata groep ryhma grupe
 csoport omada majmuea goruh
guard: guardia guarda garde garda gwardia gardiens guardianes guardiani guards
health: zdravookhraneniya
holding: kholding holdings holdingas
humanitarian: humanitaire humanitaria humanitario gumanitarnyi humanitarni
import: importacion importnyi dovoz
independent: independiente independant nezavisimyi nezavisimaya
industrial: industriel industrielle industriale industriales promyshlennyi promyshlenny
 promyshlennaya prumyslovy priemyselny industrijski biomichaniko viomichaniko ipari przemyslowy
 industrieller industrielles industriell
industries: industrias industrien industriya
industry: industria industrie industrija promyshlennost prumysl ipar prumyslu
information: informatsionnye informatsionnyi informacion informacni informations
institute: institut instituto istituto institutul instytut instituut institutas
institution: institucion uchrezhdenie institutsiya
insurance: seguros assurance assicurazioni versicherung strakhovaya
international: intl internacional internazionale internationale mezhdunarodnyi mezhdunarodny
 mezhdunarodnaya mezinarodni medzinarodny nemzetkozi internationaal internationaler
investment: inversion investimento investitsionnyi investitsionny investitsionnaya investicni
investments: inversiones investimentos investitsii
iran: irana
islamic: islamique islamiques islamico islamica islamische islamischer islamischen islamisches
 islamitische islamisk islamiske islamska islamskata islamski islamskiy islamskoe islamskaya
 islamiska islamo iszlam islamsky islamicka islamicky islamicke islamske islamsko islamiki
 islamitisk islami islamistes islamista islamitischer islamu islamistlik islamistliku islamovska
jamaat: jemaah jamaah jamat jamaa jemmah jamma djamaat dzhamaat jamaatu jammaatu jmaea jmaet
 gamaa gamaat jamaate
joint: obedinennaya obedinennyi
korean: coreana coreano coreenne koreanische koreyskaya
laboratory: laboratorio laboratoire laboratoriya
leasing: lizing
liberation: liberacion libertacao liberazione befreiung osvobozhdeniya osvobozhdenie osvobozeni
 oslobodenie oslobodenje felszabaditasi apeleftherosi vabastamise bevrijding befrielse wyzwolenia
 eliberare eliberarea
libyan: libia libyen libyenne libio libijska libijski libico lybien libische
machine: mashinostroitelnyi mashinostroitelny mashinostroitelnoe machines mashinostroeniya
marine: maritima maritimo morskoi morskoy
martyrs: martires martiri martyru muceniku martyron
medical: medicinskiy medico medicale
military: militaire militar militare voennyi voenny voennaya voennoe vojensky vojenska katonai
 stratiotiki wojskowy militarische voenno militares militarna vojni
ministry: ministerio ministere ministero ministerium ministerstvo ministarstvo ministerstwo
 wizara vezarat
moroccan: marroqui marocain marocaine marokkanische marokkaanse marocchino marokanska
movement: mouvement movimiento movimento bewegung dvizhenie dvizheniye hnuti hnutie ruch
 mozgalom kinima liikumine judejimas kustiba beweging rorelse pokret gibanje miscarea
national: nacional nazionale nationale nationaler nationales natsionalny natsionalnyi
 natsionalnoe natsionalnaya natsionalen natsionalna nacionalna nacionalni nationaal nationella
 nemzeti ethniki narodowy natsionalnogo
network: reseau rete netzwerk netz
new: novyi novaya novoe nueva nuevo nouveau nouvelle nuova
news: noticias nouvelles nachrichten notizie novosti
nuclear: nucleaire nucleare iaderna yadernyi jaderna atomic
number: numero nummer nomer
office: oficina ufficio maktab mktb
oil: petroleo petroliera neftyanaya neft
organization: organisation organizacion organizacao organizzazione organizatsiya organizace
 organizacia organizacija organizacja szervezet organosi organisatsioon organisatie organizatia
 organisationen organizatsia sazman
palestine: palestina palastina palastinas palestyny palestiny palesztina palestiina palaistini
 palastinensische
party: partido partito partei parti partia partija partiya partidul partij partiet puolue komma
plant: zavod zavodul werk
popular: populaire popolare narodnyi narodny naroden narodna narodni lidova volks
port: puerto porto morskaya
precision: precisione tochnogo
press: presse prensa
private: privado privada prive privee privata chastnaya chastnoe soukroma maganu idiotiki
production: proizvodstvennoe proizvodstvennoye proizvodstvennaya proizvodstvennyi
 proizvodstvenny proizvodstvo proizvodstvenno produccion produzione produktion vyrobni
public: publico publica publique pubblica publichnoe verejna
radio: radioelectronic
real: bienes
region: oblast regiao
relief: secours soccorso
repair: remontnyi remontny reparacion
republic: republica repubblica republika republique respublika koztarsasag respublikos republik
 republike dimokratia
research: issledovatelskiy issledovatelskii issledovatelski issledovatelsky issledovatelskogo
 recherche recherches investigacion investigaciones forschung forschungs vyzkumny vyskumny kutato
 badawczy ricerca ricerche pesquisa
resistance: resistencia resistenza widerstand odboj otpor
revolution: revolucion revolucao rivoluzione revolyutsii revoluce revolucije revolutie
revolutionary: revolucionario revolutionnaire revolutionare revolucni revolucionarne
 rivoluzionario revolucionaria revolutionaren revolutsionnyi revolutionaire
rocket: raketnyi raketny raketno
russia: rusia rossiya rossii rusija russland rusland rosja rusko oroszorszag venaja krievija
 russie
russian: ruso rusa russo russa russe russische russischen russisch russischer rossiyskaya
 rossiiskoi rossiiskaya rossiyskoy rossiyskoi rossiiskii rossiyskiy rossiski rossiskaya rusky
 ruske ruski ruska orosz rosyjski rosyjska rusijos rosiki
school: escuela ecole scuola schule shkola
science: nauka nauki nauk ciencia
scientific: nauchno nauchnyi nauchny nauchnoe scientifique cientifico wissenschaftliche
 wissenschaftlich vedecky naukowy tudomanyos cientifica
sea: morskogo
security: seguridad securite sicurezza sicherheit sicherheits bezopasnosti bezopasnost
 bezpecnost bezpecnostni biztonsagi veiligheid seguranca
service: servicio servizio sluzba sluzhba dienst servico
services: servicios servizi servicos uslugi dienste sluzby dienstleistungen khadamat khdmat
ship: sudno buque navire
shipbuilding: sudostroitelnyi sudostroitelny sudostroitelnaya
shipyard: verf astillero chantier
soldiers: soldados soldats soldati
solidarity: solidaridad solidarite
special: spetsialnoe spetsialnyi spetsialny spetsialnogo especial speciale spezial specialni
sport: deporte
star: estrella etoile hvezda
state: etat estado stato staat statul gosudarstvo estatal estatales statale staatliche
 staatliches staatlicher gosudarstvennoe gosudarstvennoye gosudarstvennyi gosudarstvenny
 gosudarstvennaya gosudarstvenoye gosudarstvenogo derzhavno durzhavno drzavno statni statny
 panstwowe allami valsts valstybine kratiki riiklik statliga drzava derzhava statna staatseigenes
steel: acero acciaio stahl stali
supporters: partidarios partisans anhanger
syria: syrie siria syrien syrija sirija sirijos sirii suria suriya souria
system: sistema sistem
systems: sistemas systemes sistemi systeme sistemy
technical: tecnico technique tecnica technische tekhnicheskiy tekhnicheskii tekhnicheski
technologies: tecnologias tekhnologii tecnologie technologien
technology: tecnologia technologie tekhnologiya
trade: trading torgovaya torgovy torgovyi handels tejarat tejarti comercio commerce commercio
 torgovlya ticaret
transport: transporte transports trasporti transportnaya transportation
trust: fideicomiso trastovyi
union: soyuz sojuz svaz unie svez zvaz
unitary: unitarnoe unitarnoye unitario unitaria unitaire unitarno unitarnogo
united: unidos unida uni unita
university: universidad universite universita universitat universitet univerzita uniwersytet
 egyetem daneshgah universidade
veterans: veteranos
workers: trabajadores travailleurs arbeiter
works: rabot kombinat
youth: jeunesse juventud gioventu jugend
1: one
2: two
3: three
4: four
5: five
6: six
7: seven
8: eight
9: nine
10: ten
1st: first
2nd: second
3rd: third
4th: fourth
5th: fifth
"""

#: Legal forms, and states that are abbreviated, with vertical bars between.
_FORMS: Final = """
jsc: a g | a s | ag | akciju sabiedriba | akcine bendrove | akcionarsko drustvo | akciova
 spolecnost | akciova spolocnost | aktiebolag | aktiengesellschaft | aktieselskab | aktsiaselts |
 aktsionerne tovarystvo | aktsionerno druzhestvo | aktsionernoe obschestvo | aktsionernoe
 obshchestvo | aktsionernoye obshchestvo | anonim sirketi | anonimi etaireia | ao | cjsc | closed
 joint stock company | delniska druzba | dionicko drustvo | etaireia kata metoches | etairia kata
 metoches | joint stock | joint stock company | kumpani teoranta | n v | naamloze vennootschap |
 nv | nyrt | oao | ojsc | open joint stock company | otkrytoe aktsionernoe obshchestvo |
 otkrytoye aktsionernoye obshchestvo | perseroan terbatas | pjsc | private joint stock company |
 public joint stock company | publichnoe aktsionernoe obshchestvo | publichnoye aktsionernoye
 obshchestvo | reszvenytarsasag | s a | s a de c v | s p a | sa de cv | sherkat sahami | sherkat
 sahami khass | sociedad anonima | sociedad anonima de capital variable | sociedad por acciones |
 sociedad por acciones simplificada | sociedade anonima | sociedade por acoes | societa per
 azioni | societate pe actiuni | societatea pe actiuni | societe anonyme | societe par actions |
 societe par actions simplifiee | spa | spolka akcyjna | zakrytoe aktsionernoe obshchestvo |
 zakrytoye aktsionernoye obshchestvo | zao | zrt
llc: b v | besloten vennootschap | bv | d o o | doo | drustvo s ogranicenom odgovornoscu |
 druzhestvo s ogranichena otgovornost | eood | etaireia periorismenis efthynis | gesellschaft mit
 beschrankter haftung | gmbh | kft | korlatolt felelossegu tarsasag | l l c | lda | limitada |
 limited | limited liability | limited liability company | limited liability partnership |
 limited sirketi | limited sti | ltd | ltd sti | ltda | o o o | obschestvo s ogranichennoi
 otvetstvennostyu | obschestvo s ogranichennoy otvetstvennostyu | obshchestvo s ogranichennoi
 otvetstvennostiu | obshchestvo s ogranichennoi otvetstvennostyu | obshchestvo s ogranichennoj
 otvetstvennostyu | obshchestvo s ogranichennoy otvetstvennostyu | ood | ooo | private limited |
 private limited company | pte limited | pte ltd | pvt limited | pvt ltd | s a r l | s de r l | s
 de r l de c v | s de rl de cv | s r l | s r o | sarl | sdn bhd | sendirian berhad | sociedad de
 responsabilidad limitada | societa a responsabilita limitata | societe a responsabilite limitee
 | sp z o o | sp zoo | spolecnost s rucenim omezenym | spolka z ograniczona odpowiedzialnoscia |
 srl | sro | tavarystva z abmezhavanai adkaznastsiu | tavarystva z abmezhavanaj adkaznasciu |
 tovarystvo z obmezhenoyu vidpovidalnistyu | uab | uzdaroji akcine bendrove
corporation: corporation limited
incorporated: inc
lp: l p | limited partnership
plc: p l c | public limited company
kg: k g | kommanditgesellschaft
uk: u k | united kingdom
us: u s | u s a | united states | united states of america | usa
"""


def _words(table: str) -> Mapping[str, str]:
    kept, usual = dict[str, str](), ""
    for word in table.split():
        if word.endswith(":"):
            usual = word[:-1]
        else:
            kept[word] = usual
    return kept


def _forms(table: str) -> Mapping[tuple[str, ...], str]:
    kept = dict[tuple[str, ...], str]()
    for line in table.replace("\n ", " ").strip().splitlines():
        usual, _, forms = line.partition(":")
        kept |= {tuple(form.split()): usual for form in forms.split("|") if form.strip()}
    return kept


#: Word → the one that stands for it.
TRANSLATED: Final = _words(_WORDS)
#: Words of a legal form, one after another → the one that stands for it.
LEGAL_FORMS: Final = _forms(_FORMS)
#: What stands in `LEGAL_FORMS` and is none.
STATES: Final = frozenset({"uk", "us"})
#: The first word of a legal form → of how many words the longest that begins with it is.
LONGEST_FORMS: Final[Mapping[str, int]] = {
    form[0]: max(len(other) for other in LEGAL_FORMS if other[0] == form[0]) for form in LEGAL_FORMS
}
