// What a space believes in much the same words as some sentences.
//   $space  whose memory     $sentences  full-text queries
// Returns text.
CYPHER 25
UNWIND $sentences AS sentence
CALL db.index.fulltext.queryNodes('fact_words', sentence, {limit: 10}) YIELD node AS f
WHERE f.space = $space AND f.recordedTo = datetime('9999-12-31T23:59:59.999999Z') AND f.owner = ''
RETURN DISTINCT f.text AS text
