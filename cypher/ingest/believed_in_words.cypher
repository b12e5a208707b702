// What a space believes, or once believed, in much the same words as some sentences: it may have given it out.
//   $space  whose memory     $sentences  full-text queries     $agent  whose private facts count as well, or ''
// Returns text.
CYPHER 25
UNWIND $sentences AS sentence
CALL db.index.fulltext.queryNodes('fact_words', sentence, {limit: 20}) YIELD node AS f
WHERE f.space = $space AND f.owner IN ['', $agent]
RETURN DISTINCT f.text AS text
