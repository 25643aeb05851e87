/**
 * News agencies as texts credit them, so that a credit can be told from a place or a person. Names only: who they are
 * is in the lexicon of outlets. Source: members of the world and regional agency alliances (MINDS, OANA, EANA, FANA).
 */
const AGENCIES = [
  "TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС",
  "RIA Novosti|RIA|РИА Новости|РИА|Sputnik|Спутник",
  "Interfax(?:-Ukraine|-AVN|-Азербайджан)?|Интерфакс(?:-Украина)?|REGNUM|Rosbalt|Росбалт",
  "Xinhua(?: News Agency)?|新华社|新華社|CNS|China News Service|中新社",
  "Reuters|Рейтер|Thomson Reuters",
  "AP|Associated Press|The Associated Press",
  "AFP|Agence France-Presse|АФП",
  "UPI|United Press International|Bloomberg(?: News)?|Dow Jones|MarketWatch",
  "dpa|DPA|EFE|EUROPA PRESS|Europa Press|ANSA|AGI|AdnKronos|Lusa|ANP|Belga|APA|TT|NTB|Ritzau|STT|Keystone-SDA|SDA|ATS",
  "PAP|CTK|ČTK|TASR|SITA|MTI|Agerpres|AGERPRES|BTA|Tanjug|TANJUG|HINA|STA|FENA|MIA|ATA|ANA-MPA|AMNA|CNA",
  "Anadolu(?: Agency| Ajansı)?|AA|DHA|İHA|IHA|ANKA",
  "Armenpress|ARMENPRESS|Арменпресс|Արմենպրես|ARMINFO|ArmInfo|PanARMENIAN\\.Net|News\\.am|NEWS\\.am|Arka|ARKA|Mediamax",
  "AZERTAC|Azertac|AzerTAc|АЗЕРТАДЖ|AZƏRTAC|APA|Trend|Report|Turan|TURAN|SIA|1news\\.az|Interfax-Azerbaijan|Day\\.Az",
  "Interpressnews|InterPressNews|IPN|GHN|Civil\\.ge|Sarke",
  "Ukrinform|Укринформ|Укрінформ|UNIAN|УНИАН|УНІАН|UNN|УНН",
  "BelTA|BELTA|БЕЛТА|БелТА|Kazinform|KAZINFORM|Kabar|Кабар|AKIpress|24\\.kg|UzA|Khovar|TDH|MOLDPRES|Infotag|IPN",
  "IRNA|ISNA|Tasnim|Fars|FNA|Mehr|MNA|ILNA|Press ?TV|SANA|NNA|Petra|WAFA|KUNA|SPA|QNA|WAM|BNA|ONA|Saba|SABA|INA|MENA|APS|TAP|MAP|LANA|SUNA",
  "PTI|ANI|IANS|UNI|APP|INP|BSS|UNB|RSS|VNA|Bernama|Antara|ANTARA|PNA|MNA|Kyodo(?: News)?|Jiji(?: Press)?|共同|時事|时事|Yonhap|연합뉴스|KCNA|MONTSAME",
  "NAN|GNA|PANA|ENA|Notimex|NOTIMEX|Prensa Latina|Télam|Telam|ABI|Andina|Agência Brasil",
  "CNN|BBC|RFE/RL|VOA|Al Jazeera|Deutsche Welle|DW|PA|PA Media|Press Association|AAP|NZPA|CP|The Canadian Press|Canadian Press",
  "\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+){0,2} (?:News Agency|Press Agency|Ajansı|Xəbər Agentliyi)",
];

/** Alternatives of agency names, longest first where one begins another; no anchors. */
export const AGENCY = `(?:${AGENCIES.flatMap((line) => line.split(/\|(?![^(]*\))/))
  .sort((a, b) => b.length - a.length)
  .join("|")})`;

const WHOLE = new RegExp(`^${AGENCY}$`, "u");

export function isAgency(name: string): boolean {
  return WHOLE.test(name.trim());
}
