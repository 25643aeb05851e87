/** Family names that say too little when they stand alone. */
import { foldWord } from "./fold.ts";

// Family names that are ordinary words or given names: alone, they mean nobody in particular.
const ORDINARY = new Set(
  "may|will|mark|price|power|rice|brown|young|long|day|best|major|general|white|black|green|king|page|rich|west|north|south|east|bush|state|park|hunt|hunter|cook|carter|bell|stone|wood|grant|hope|love|christian|summer|rose|cash|church|bank|case|house|union|key|trong|wong|bishop|fischer|cooper|harris|johnson|miller|williams|burns|blair|clinton|martin|michel|gabriel|michal|jonathan|philippe|francis|jordan|charles|hassan|hasan|mohamed|mohammed|mohamud|ahmed|saleh|hussein|mustafa|ibrahim|abdullah|idris|anwar|osmani|orban|pavel|khan|castro|santos|costa|diop|sall|paz|peters|montenegro|schmidt|santana|hahn|turk|marin|rama|boko|barry|bio|wang|zhang|trump tower|lebedev|popov|harutyunyan|grigoryan|mirzoyan|mammadov|hasanov|popescu".split(
    "|",
  ),
);

/** Whether a lone capitalised word may stand for a person whom the document names nowhere in full. */
export function mayBeFamily(word: string): boolean {
  const folded = foldWord(word);
  return folded.length >= 4 && !ORDINARY.has(folded);
}
