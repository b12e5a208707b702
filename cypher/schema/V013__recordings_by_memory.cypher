// Recalls by what they gave, in their order: a fact may have been given in every answer of a month.
CREATE INDEX gave_memory IF NOT EXISTS FOR ()-[gave:GAVE]-() ON (gave.memory, gave.recall);
