// Remembers what a model thinks of something that waits for a decision, and what was decided because of it.
//   $space  whose memory     $id  which suggestion     $status  what it is now     $now  the moment of recording
//   $by  the model     $verdict  what it thinks     $reason  why     $drawnFrom  the statements that it was told
CYPHER 25
MATCH (s:Suggestion {space: $space, id: $id})
SET s.status = $status, s.judgedAt = $now, s.judgedBy = $by, s.verdict = $verdict, s.verdictReason = $reason,
  s.drawnFrom = $drawnFrom, s.decidedAt = CASE $status WHEN 'OPEN' THEN null ELSE $now END,
  s.decidedBy = CASE $status WHEN 'OPEN' THEN null ELSE $by END
