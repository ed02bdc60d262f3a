/** A text, a search, and whether the search finds the text. */
export type Pair = [text: string, query: string, finds: boolean]

/** A text, the searches that find it, and those that do not, separated by spaced dots. */
function row(text: string, finds: string, misses = ''): Pair[] {
  const pairs = (queries: string, found: boolean) =>
    queries === '' ? [] : queries.split(' · ').map((query): Pair => [text, query, found])
  return [...pairs(finds, true), ...pairs(misses, false)]
}

const SIGNS: Pair[] = [
  ...row(
    'Learning C# at school',
    'C# · c# · C♯ · "learning c#"',
    'C · C++ · F# · C* · learning -c#',
  ),
  ...row('C++ turns forty', 'C++ · c++ · Ｃ＋＋ · "c++ turns" · -C#', 'C · C# · C+'),
  ...row('C++17, C++20 and C/C++', 'C++ · C · 17'),
  ...row('A grade of C and a plan B', 'C · C grade', 'C++ · C# · B+'),
  ...row('F# minor, or the language F#?', 'F# · f# MINOR', 'F'),
  ...row('Plan F fails', '', 'F#'),
  ...row('Moody’s takes the A+ away', 'A+ · moody', 'A'),
  ...row('Disney+ and Canal+ merge', 'Disney · disney+ · canal'),
  ...row('Microsoft ships .NET 9', '.NET · .net · ".NET 9"', 'net'),
  ...row('Fishing net and net profit', 'net · "net profit"', '.NET'),
  ...row('Node.js runs it', 'Node.js · NodeJS · nodejs · node · "node js" · "nodejs runs"'),
  ...row('NodeJS runs it', 'Node.js · node.JS · nodej*', 'node · js'),
  ...row('Version 3.5 of the API', '3.5', '35'),
  ...row(
    'AT&T buys a network',
    'AT&T · at&t · AT & T · at＆t · "AT&T buys" · "AT & T buys"',
    'T-Mobile · at · -AT&T buys',
  ),
  ...row('AT & T’s network', 'AT&T · AT & T'),
  ...row('Look at T-shirts', '', 'AT&T'),
  ...row('More R&D is needed', 'R&D · R & D · r&d'),
  ...row('More R & D is needed', 'R&D · R & D · "R&D is"'),
  ...row('Ford R, D and N', '', 'R&D · R & D'),
  ...row(
    'Q&A: the H&M deal, M&A and S&P 500',
    'Q&A · H&M · M&A · S&P · "S&P 500"',
    'Q · H · R&D · A&M',
  ),
  ...row('Dolce & Gabbana, Marks&Spencer', 'Dolce&Gabbana · dolce · Marks & Spencer'),
  ...row('Yahoo! is back', 'yahoo · Yahoo!'),
  ...row('P!nk and Ke$ha tour, the A* search', 'P!nk · Ke$ha · A* · search', 'pink · kesha'),
]

const JOINED: Pair[] = [
  ...row(
    'They co-operate again',
    'cooperate · co-operate · CO‑OPERATE · "they cooperate again" · cooper* · operate · "co operate again" · co operate',
    'again -cooperate · cooperative · "cooperate they"',
  ),
  ...row(
    'They cooperate again',
    'co-operate · "co-operate again" · cooperate · co-op*',
    'operate · again -co-operate · co operated',
  ),
  ...row('An anti-war march', 'antiwar · anti war · "anti war" · anti-war · "antiwar march"'),
  ...row(
    'An antiwar march',
    'antiwar · anti war · "anti war" · anti-war · "anti-war march"',
    'war · anti · march -anti-war · march -"anti war"',
  ),
  ...row('An anti war march', 'antiwar · anti war · "anti war" · anti-war · "antiwar march"'),
  ...row('The rapist was caught now here', '', 'therapist · nowhere'),
  ...row('A therapist from nowhere', '', '"the rapist" · the- · now here'),
  ...row('An e-mail by Wi-Fi', 'email · e-mail · wifi · WiFi · wi-fi · wi fi · "wifi"'),
  ...row('An email by WiFi', 'email · e-mail · wifi · WiFi · Wi-Fi · "wi fi" · wi fi'),
  ...row(
    'COVID-19 cases',
    'covid19 · COVID-19 · covid 19 · "covid 19" · covid · "covid19 cases"',
    'covid20 · covid 1 · cases -covid19',
  ),
  ...row('COVID19 cases', 'covid19 · COVID-19 · covid 19 · "covid 19" · covid · "covid-19 cases"'),
  ...row('The iPhone 15 sells', 'iPhone15 · iphone-15 · iphone 15'),
  ...row('The iPhone15 sells', 'iPhone 15 · iphone · "iphone 15 sells"'),
  ...row('F-16 jets, 5-G masts, 3-D films', 'F16 · F-16 · 5G · 5-g · 3D · "f16 jets"'),
  ...row(
    'F16 jets, 5G masts, 3D films',
    'F16 · F-16 · 5G · 5-G · 3-D · "5-G masts"',
    'F-1 · F · 16 · 3',
  ),
  ...row('Add 5 g of sugar', '', '5G · 5-G'),
  ...row('From 9-11 to 2020-21', '9-11 · 2020-21 · 2020', '911 · 202021'),
  ...row('U.S. and U.K. talks, a Ph.D.', 'US · U.S. · UK · u.k. · PhD · Ph.D. · "US and UK"'),
  ...row('US and UK talks, a PhD', 'U.S. · US · U.K. · Ph.D. · phd'),
  ...row('T-Mobile grows', 'T-Mobile · TMobile · t-mobile · "T-Mobile grows"'),
  ...row('Open AI opens', 'OpenAI OR "Open AI" · open-ai · open ai', 'OpenAI'),
  ...row('OpenAI opens', '', 'open · "open ai"'),
  ...row('state-of-the-art wind-power', '"state of the art" · state · "the art wind" · windpower'),
  ...row('Una col·lecció', 'collecció · col-leccio'),
]

const APOSTROPHES: Pair[] = [
  ...row(
    'Ankara’da seçim',
    `ankara · Ankara · ankara'da · ankarada · "ankara secim"`,
    'da · ankar',
  ),
  ...row(`İstanbul'un yağmuru`, 'istanbul · ISTANBUL · İSTANBUL · İstanbul’un'),
  ...row('İstanbul uyanıyor', `İstanbul'un · istanbul’da`),
  ...row(
    `Apple's, Googleʼs and Tesla’s`,
    'apple · google · tesla · Apple’s · "apple google"',
    'apples · s',
  ),
  ...row('Apples and pears', '', `Apple's`),
  ...row(
    `L'économie et l’État`,
    `économie · economie · etat · l'etat · l’economie`,
    'leconomie · l',
  ),
  ...row(`Dell'arte, nell’acqua, Sant'Agata`, 'arte · acqua · agata · dell’arte'),
  ...row(`Côte d'Ivoire`, 'ivoire · "cote d’ivoire" · D’IVOIRE'),
  ...row(`O'Brien’s Qur'an in Hawaiʻi`, 'obrien · O’Brien · quran · Qur’an · hawaii', 'brien · o'),
  ...row(`OBrien, Quran, Hawaii, Hawai'i`, "O'Brien · Qur`an · Hawai’i · Hawaiʻi"),
  ...row(`Shi'a in Hawai'i`, 'shia · hawaii · "in hawaii" · shi’a'),
]

const LETTERS: Pair[] = [
  ...row('DIŞ ısı İZMİR', 'dış · dis · isi · ISI · izmir · ızmır'),
  ...row('Straße in Zürich, Łódź, Đồng, Ærø', 'strasse · zurich · lodz · dong · aero'),
  ...row('Müller, Straße', '', 'mueller · strase'),
  ...row('ﬁne Ｆｕｌｌ CO₂, Ⅳ and x²', 'fine · full · CO2 · CO₂ · iv · x2'),
  ...row('Ёлка и чай, Київ', 'елка · чай · київ', 'чаи · киів'),
  ...row('ΤΆΞΙΣ ο νόμος', 'τάξις · ταξισ · νομος'),
  ...row('שָׁלוֹם, צה״ל, בית־ספר', 'שלום · צהל · צה"ל · בית · בית-ספר · ביתספר'),
  ...row('ज़िला, हँस', 'जिला · हंस', 'जला'),
  ...row('東京都の天気', '東京 · 京都 · 都 · "東京都の"', '京東 · 気天'),
  ...row('ﾃﾞｰﾀ', 'データ'),
  ...row('データ', '', 'テータ'),
]

const ARABIC: Pair[] = [
  ...row('أحمد في الإمارات ٱلآن', 'احمد · الامارات · الان · آحمد · "احمد في"'),
  ...row('مُحَمَّـد هٰذا', 'محمد · هذا'),
  ...row('مدرسة على مسؤول', 'مدرسه · علي · علی · مسوول · مدر*', 'مدرس · مسول'),
  ...row('کتاب فارسی', 'كتاب · فارسي · کتاب'),
  ...row('گتاب', '', 'کتاب'),
  ...row('ﻻ ﻣﺮﺣﺒﺎ', 'لا · مرحبا'),
  ...row(
    'می‌روم خانه',
    'می‌روم · میروم · می روم · "می روم" · "ميروم خانه" · روم',
    'می‌رود · خانه -میروم',
  ),
  ...row('میروم خانه', 'می‌روم · میروم · می روم · "می روم خانه"'),
  ...row('می روم خانه', 'می‌روم · میروم · "می روم"'),
  ...row('کتاب‌ها', 'کتاب · کتابها · كتاب‌ها'),
  ...row('ہم کہانی ۃ', 'ھم · هم · كهانى'),
  ...row('کہانی', '', 'کھانی'),
  ...row('بڑے', '', 'بڑی'),
]

const DIGITS: Pair[] = [
  ...row('في ٢٠٢٦ سنة', '2026 · ۲۰۲۶ · ٢٠٢٦ · २०२६', '2025 · 202 · ٢٠٢'),
  ...row('۱۲ and २०२६ and ২০২৬ and ２０ and ๒๕', '12 · 2026 · 20 · 25 · ๒๕'),
  ...row('Year 2026', '٢٠٢٦ · ২০২৬ · ２０２６ · 20*'),
  ...row('كوفيد-١٩', 'كوفيد19 · "كوفيد 19" · كوفيد-۱۹'),
]

/** The promises of search that do not depend on a database: docs/search.md. */
export const PAIRS: Pair[] = [...SIGNS, ...JOINED, ...APOSTROPHES, ...LETTERS, ...ARABIC, ...DIGITS]
